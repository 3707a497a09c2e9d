"""Says with Rekognition which pet a photo shows, and of which breed."""

import boto3
from photo import BadPhoto, download, shrink

# Rekognition takes JPEG and PNG of up to 5 MB; more pixels than these tell it no more.
EDGE_PIXELS = 1024
LABELS_MAX = 50
# In percent. A breed may be a guess, the species must not.
LABEL_CONFIDENCE_MIN = 5
SPECIES_CONFIDENCE_MIN = 50
SPECIES = ("Dog", "Cat")

rekognition = boto3.client("rekognition")


def handler(event, context):
    """Takes {bucket, key}. Answers what was found, or {bad} when no further try helps."""
    photo = download(event["bucket"], event["key"])
    if photo is None:
        raise FileNotFoundError(event["key"])
    try:
        image = shrink(photo, EDGE_PIXELS)
    except BadPhoto as bad:
        return {"bad": {"code": bad.code, "message": str(bad)}}
    answer = rekognition.detect_labels(
        Image={"Bytes": image}, MaxLabels=LABELS_MAX, MinConfidence=LABEL_CONFIDENCE_MIN
    )
    return interpret(answer["Labels"])


def interpret(labels):
    """The species first, because it is far surer than the breed. Confidences become ratios."""
    confidence = {label["Name"]: label["Confidence"] for label in labels}
    species = max(SPECIES, key=lambda name: confidence.get(name, 0))
    sure = confidence.get(species, 0)
    if sure < SPECIES_CONFIDENCE_MIN:
        return found("none", 100 - sure, None, None)
    breeds = [label for label in labels if species in parents_of(label)]
    breed = max(breeds, key=lambda label: label["Confidence"], default=None)
    if breed is None:
        return found(species.lower(), sure, None, None)
    # A breed is this likely given that the species is right, so never more than certain.
    share = min(100, 100 * breed["Confidence"] / sure)
    return found(species.lower(), sure, breed["Name"], share)


def parents_of(label):
    return [parent["Name"] for parent in label["Parents"]]


def found(species, sure, breed, breed_sure):
    return {
        "species": species,
        "speciesConfidence": sure / 100,
        "breed": breed,
        "breedConfidence": None if breed_sure is None else breed_sure / 100,
    }

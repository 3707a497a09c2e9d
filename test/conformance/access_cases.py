import json

from aws import *

stranger = client(key=STRANGER)
EVERYBODY = "http://acs.amazonaws.com/groups/global/AllUsers"


def open_bucket(ownership="ObjectWriter"):
    """A bucket that may have ACLs and be public."""
    name = bucket(ObjectOwnership=ownership)
    s3.delete_public_access_block(Bucket=name)
    return name


def policy(name, *statements):
    document = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", **each} for each in statements],
    }
    s3.put_bucket_policy(Bucket=name, Policy=json.dumps(document))


def anonymous(method, path, **options):
    return request(method, path, signed=False, **options)


def case_buckets_are_private():
    name = bucket()
    fill(name, "key")
    for path in (f"/{name}", f"/{name}/key", f"/{name}/none"):
        equal((anonymous("GET", path).status, anonymous("GET", path).code), (403, "AccessDenied"))
    for call, options in (
        (stranger.list_objects_v2, {}),
        (stranger.get_object, {"Key": "key"}),
        (stranger.put_object, {"Key": "key"}),
        (stranger.get_bucket_acl, {}),
    ):
        refused("AccessDenied", call, 403, Bucket=name, **options)
    equal(anonymous("GET", "/none-such").code, "NoSuchBucket")


def case_public_policies():
    name = bucket()
    fill(name, "open/key", "closed")
    document = {
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{name}/open/*",
    }
    refused("AccessDenied", lambda: policy(name, document), 403)
    s3.delete_public_access_block(Bucket=name)
    policy(name, document)
    equal(s3.get_bucket_policy_status(Bucket=name)["PolicyStatus"]["IsPublic"], True)
    equal(anonymous("GET", f"/{name}/open/key").body, b"open/key")
    equal(anonymous("GET", f"/{name}/closed").status, 403)
    # Without the right to list, nobody learns what is not there.
    equal(anonymous("GET", f"/{name}/open/none").status, 403)
    equal(
        anonymous("GET", f"/{name}/open/key", query="response-content-type=a").code,
        "InvalidRequest",
    )
    block = {
        "BlockPublicAcls": False,
        "IgnorePublicAcls": False,
        "BlockPublicPolicy": False,
        "RestrictPublicBuckets": True,
    }
    s3.put_public_access_block(Bucket=name, PublicAccessBlockConfiguration=block)
    equal(anonymous("GET", f"/{name}/open/key").status, 403)


def case_who_may_list_learns_what_is_missing():
    name = open_bucket()
    policy(
        name,
        {"Principal": "*", "Action": "s3:ListBucket", "Resource": f"arn:aws:s3:::{name}"},
        {"Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{name}/*"},
    )
    equal(
        (anonymous("GET", f"/{name}/none").status, anonymous("GET", f"/{name}/none").code),
        (404, "NoSuchKey"),
    )
    equal(anonymous("GET", f"/{name}", query="list-type=2").status, 200)


def case_policies_for_another_account():
    name = bucket()
    fill(name, "key")
    policy(
        name,
        {
            "Principal": {"AWS": STRANGER},
            "Action": ["s3:GetObject", "s3:PutObject"],
            "Resource": f"arn:aws:s3:::{name}/*",
        },
    )
    equal(stranger.get_object(Bucket=name, Key="key")["Body"].read(), b"key")
    stranger.put_object(Bucket=name, Key="theirs", Body=b"1")
    refused("AccessDenied", stranger.delete_object, 403, Bucket=name, Key="key")
    answer = stranger.copy_object
    refused("AccessDenied", answer, 403, Bucket=name, Key="copy", CopySource=f"{bucket()}/key")


def case_denial_outweighs():
    name = bucket()
    fill(name, "key")
    statement = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:DeleteObject",
        "Resource": f"arn:aws:s3:::{name}/*",
        "Condition": {"StringNotLike": {"aws:UserAgent": "nobody"}},
    }
    policy(name, statement)
    refused("AccessDenied", s3.delete_object, 403, Bucket=name, Key="key")
    outcome = s3.delete_objects(Bucket=name, Delete={"Objects": [{"Key": "key"}]})
    equal((outcome["Errors"][0]["Code"], outcome["Errors"][0]["Key"]), ("AccessDenied", "key"))


def case_policies_that_are_none():
    name = bucket()
    for document, message in (
        ("", "Policies must be valid JSON and the first byte must be '{'"),
        ("[]", "Policies must be valid JSON and the first byte must be '{'"),
        ("{}", "Missing required field Statement"),
    ):
        error = refused("MalformedPolicy", s3.put_bucket_policy, 400, Bucket=name, Policy=document)
        equal(error["Message"], message)
    elsewhere = {"Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::another/*"}
    refused("MalformedPolicy", lambda: policy(name, elsewhere), 400)


def case_canned_acls():
    name = open_bucket()
    fill(name, "key")
    s3.put_object_acl(Bucket=name, Key="key", ACL="public-read")
    equal(anonymous("GET", f"/{name}/key").body, b"key")
    grants = s3.get_object_acl(Bucket=name, Key="key")["Grants"]
    equal(
        {(grant["Grantee"].get("URI"), grant["Permission"]) for grant in grants},
        {(None, "FULL_CONTROL"), (EVERYBODY, "READ")},
    )
    s3.put_object_acl(Bucket=name, Key="key", ACL="private")
    equal(anonymous("GET", f"/{name}/key").status, 403)
    s3.put_bucket_acl(Bucket=name, ACL="public-read-write")
    equal(anonymous("GET", f"/{name}").status, 200)
    equal(anonymous("PUT", f"/{name}/theirs", body=b"x").status, 200)
    s3.put_object(Bucket=name, Key="open", Body=b"x", ACL="public-read")
    equal(anonymous("GET", f"/{name}/open").status, 200)


def case_acls_that_are_none():
    name = open_bucket()
    fill(name, "key")
    for query, path in (("acl=", f"/{name}"), ("acl=", f"/{name}/key")):
        answer = request("PUT", path, query, {"x-amz-acl": "open"})
        equal(
            (answer.status, answer.code, answer.element("ArgumentName")),
            (400, "InvalidArgument", "x-amz-acl"),
        )
        equal(request("PUT", path, query).code, "MissingSecurityHeader")
        answer = request("PUT", path, query, {"x-amz-grant-read": 'uri="http://example.com"'})
        equal((answer.status, answer.code), (400, "InvalidArgument"))
        equal(request("PUT", path, query, body=b"<AccessControlPolicy/>").code, "MalformedACLError")
    answer = request("PUT", f"/{name}/key", headers={"x-amz-acl": "open"})
    equal((answer.status, answer.code), (400, "InvalidArgument"))


def case_buckets_that_enforce_their_owner_have_no_acls():
    name = bucket()
    fill(name, "key")
    for call, options in (
        (s3.put_bucket_acl, {}),
        (s3.put_object_acl, {"Key": "key"}),
        (s3.put_object, {"Key": "key"}),
    ):
        refused(
            "AccessControlListNotSupported", call, 400, Bucket=name, ACL="public-read", **options
        )
    s3.put_object(Bucket=name, Key="key", Body=b"", ACL="bucket-owner-full-control")
    equal(s3.get_object_acl(Bucket=name, Key="key")["Grants"][0]["Permission"], "FULL_CONTROL")


def case_tags():
    name = bucket()
    fill(name, "key")
    tags = [{"Key": "k%d" % number, "Value": "ü v" * (number % 2)} for number in range(10)]
    s3.put_object_tagging(Bucket=name, Key="key", Tagging={"TagSet": tags})
    shown = s3.get_object_tagging(Bucket=name, Key="key")["TagSet"]
    equal(sorted(shown, key=lambda tag: tag["Key"]), tags)
    equal(s3.head_object(Bucket=name, Key="key")["TagCount"], 10)
    for wrong, code in (
        (tags + [{"Key": "more", "Value": ""}], "BadRequest"),
        ([tags[0], tags[0]], "InvalidTag"),
        ([{"Key": "aws:a", "Value": ""}], "InvalidTag"),
        ([{"Key": "x" * 129, "Value": ""}], "InvalidTag"),
        ([{"Key": "x", "Value": "y" * 257}], "InvalidTag"),
        ([{"Key": "<", "Value": ""}], "InvalidTag"),
    ):
        refused(code, s3.put_object_tagging, 400, Bucket=name, Key="key", Tagging={"TagSet": wrong})
    s3.delete_object_tagging(Bucket=name, Key="key")
    equal(s3.get_object_tagging(Bucket=name, Key="key")["TagSet"], [])
    refused("NoSuchKey", s3.get_object_tagging, 404, Bucket=name, Key="none")


def case_cors():
    name = bucket()
    fill(name, "key")
    rule = {
        "AllowedOrigins": ["http://*.example.com"],
        "AllowedMethods": ["GET", "PUT"],
        "AllowedHeaders": ["x-amz-*"],
        "ExposeHeaders": ["ETag"],
        "MaxAgeSeconds": 60,
    }

    def preflight(origin="http://a.example.com", method="GET", headers=None):
        asked = {"Origin": origin, "Access-Control-Request-Method": method}
        return send(
            "OPTIONS",
            f"/{name}/key",
            {**asked, **({"Access-Control-Request-Headers": headers} if headers else {})},
        )

    equal(preflight().status, 403)
    s3.put_bucket_cors(Bucket=name, CORSConfiguration={"CORSRules": [rule]})
    allowed = preflight(method="PUT", headers="x-amz-acl, X-Amz-Date")
    equal(allowed.status, 200)
    equal(allowed.headers["access-control-allow-origin"], "http://a.example.com")
    equal(allowed.headers["access-control-allow-methods"], "GET, PUT")
    equal(allowed.headers["access-control-max-age"], "60")
    assert "Origin" in allowed.headers["vary"]
    for refusal in (
        preflight(origin="http://example.org"),
        preflight(method="DELETE"),
        preflight(headers="authorization"),
    ):
        equal((refusal.status, refusal.code), (403, "AccessForbidden"))
    equal(send("OPTIONS", f"/{name}/key").code, "BadRequest")
    answer = request("GET", f"/{name}/key", headers={"Origin": "http://a.example.com"})
    equal(
        (
            answer.headers["access-control-allow-origin"],
            answer.headers["access-control-expose-headers"],
        ),
        ("http://a.example.com", "ETag"),
    )
    assert "access-control-allow-origin" not in request("GET", f"/{name}/key").headers
    wrong = {**rule, "AllowedMethods": ["PATCH"]}
    refused(
        "InvalidRequest",
        s3.put_bucket_cors,
        400,
        Bucket=name,
        CORSConfiguration={"CORSRules": [wrong]},
    )
    refused(
        "MalformedXML", s3.put_bucket_cors, 400, Bucket=name, CORSConfiguration={"CORSRules": []}
    )


def case_what_is_not_kept_is_refused():
    name = bucket()
    fill(name, "key")
    put = s3.put_object
    for options in (
        {"ServerSideEncryption": "aws:kms"},
        {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": "0" * 32},
    ):
        refused("NotImplemented", put, 501, Bucket=name, Key="key", Body=b"", **options)
    refused(
        "InvalidRequest", put, 400, Bucket=name, Key="key", Body=b"", ObjectLockLegalHoldStatus="ON"
    )
    rules = {
        "Rules": [
            {"ID": "x", "Status": "Enabled", "Filter": {"Prefix": ""}, "Expiration": {"Days": 1}}
        ]
    }
    refused(
        "NotImplemented",
        s3.put_bucket_lifecycle_configuration,
        501,
        Bucket=name,
        LifecycleConfiguration=rules,
    )

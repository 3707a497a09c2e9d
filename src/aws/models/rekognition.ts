// Generated from @aws-sdk/client-rekognition 3.1142.0 by `npm run generate`. Do not edit.
import type { Service, Structure } from '../protocols/shape.ts';
import { blob, double, integer, list, member, operation, string, structure } from '../protocols/shape.ts';

export const service: Service = {
  signingName: 'rekognition',
  protocols: ['awsJson1_1'],
  apiVersion: '2016-06-27',
  targetPrefix: 'RekognitionService',
  shapeNamespace: 'com.amazonaws.rekognition',
};

export interface BoundingBox {
  Width?: number | undefined;
  Height?: number | undefined;
  Left?: number | undefined;
  Top?: number | undefined;
}
export const BoundingBox: Structure = structure('BoundingBox', {
  Width: double,
  Height: double,
  Left: double,
  Top: double,
});

export interface DetectLabelsImageBackground {
  Quality?: DetectLabelsImageQuality | undefined;
  DominantColors?: DominantColor[] | undefined;
}
export const DetectLabelsImageBackground: Structure = structure('DetectLabelsImageBackground', {
  Quality: () => DetectLabelsImageQuality,
  DominantColors: list(() => DominantColor),
});

export interface DetectLabelsImageForeground {
  Quality?: DetectLabelsImageQuality | undefined;
  DominantColors?: DominantColor[] | undefined;
}
export const DetectLabelsImageForeground: Structure = structure('DetectLabelsImageForeground', {
  Quality: () => DetectLabelsImageQuality,
  DominantColors: list(() => DominantColor),
});

export interface DetectLabelsImageProperties {
  Quality?: DetectLabelsImageQuality | undefined;
  DominantColors?: DominantColor[] | undefined;
  Foreground?: DetectLabelsImageForeground | undefined;
  Background?: DetectLabelsImageBackground | undefined;
}
export const DetectLabelsImageProperties: Structure = structure('DetectLabelsImageProperties', {
  Quality: () => DetectLabelsImageQuality,
  DominantColors: list(() => DominantColor),
  Foreground: () => DetectLabelsImageForeground,
  Background: () => DetectLabelsImageBackground,
});

export interface DetectLabelsImagePropertiesSettings {
  MaxDominantColors?: number | undefined;
}
export const DetectLabelsImagePropertiesSettings: Structure = structure('DetectLabelsImagePropertiesSettings', {
  MaxDominantColors: integer,
});

export interface DetectLabelsImageQuality {
  Brightness?: number | undefined;
  Sharpness?: number | undefined;
  Contrast?: number | undefined;
}
export const DetectLabelsImageQuality: Structure = structure('DetectLabelsImageQuality', {
  Brightness: double,
  Sharpness: double,
  Contrast: double,
});

export interface DetectLabelsRequest {
  Image: Image;
  MaxLabels?: number | undefined;
  MinConfidence?: number | undefined;
  Features?: string[] | undefined;
  Settings?: DetectLabelsSettings | undefined;
}
export const DetectLabelsRequest: Structure = structure('DetectLabelsRequest', {
  Image: member(() => Image, { required: true }),
  MaxLabels: integer,
  MinConfidence: double,
  Features: list(string),
  Settings: () => DetectLabelsSettings,
});

export interface DetectLabelsResponse {
  Labels?: Label[] | undefined;
  OrientationCorrection?: string | undefined;
  LabelModelVersion?: string | undefined;
  ImageProperties?: DetectLabelsImageProperties | undefined;
}
export const DetectLabelsResponse: Structure = structure('DetectLabelsResponse', {
  Labels: list(() => Label),
  OrientationCorrection: string,
  LabelModelVersion: string,
  ImageProperties: () => DetectLabelsImageProperties,
});

export interface DetectLabelsSettings {
  GeneralLabels?: GeneralLabelsSettings | undefined;
  ImageProperties?: DetectLabelsImagePropertiesSettings | undefined;
}
export const DetectLabelsSettings: Structure = structure('DetectLabelsSettings', {
  GeneralLabels: () => GeneralLabelsSettings,
  ImageProperties: () => DetectLabelsImagePropertiesSettings,
});

export interface DominantColor {
  Red?: number | undefined;
  Blue?: number | undefined;
  Green?: number | undefined;
  HexCode?: string | undefined;
  CSSColor?: string | undefined;
  SimplifiedColor?: string | undefined;
  PixelPercent?: number | undefined;
}
export const DominantColor: Structure = structure('DominantColor', {
  Red: integer,
  Blue: integer,
  Green: integer,
  HexCode: string,
  CSSColor: string,
  SimplifiedColor: string,
  PixelPercent: double,
});

export interface GeneralLabelsSettings {
  LabelInclusionFilters?: string[] | undefined;
  LabelExclusionFilters?: string[] | undefined;
  LabelCategoryInclusionFilters?: string[] | undefined;
  LabelCategoryExclusionFilters?: string[] | undefined;
}
export const GeneralLabelsSettings: Structure = structure('GeneralLabelsSettings', {
  LabelInclusionFilters: list(string),
  LabelExclusionFilters: list(string),
  LabelCategoryInclusionFilters: list(string),
  LabelCategoryExclusionFilters: list(string),
});

export interface Image {
  Bytes?: Uint8Array | undefined;
  S3Object?: S3Object | undefined;
}
export const Image: Structure = structure('Image', {
  Bytes: blob,
  S3Object: () => S3Object,
});

export interface Instance {
  BoundingBox?: BoundingBox | undefined;
  Confidence?: number | undefined;
  DominantColors?: DominantColor[] | undefined;
}
export const Instance: Structure = structure('Instance', {
  BoundingBox: () => BoundingBox,
  Confidence: double,
  DominantColors: list(() => DominantColor),
});

export interface Label {
  Name?: string | undefined;
  Confidence?: number | undefined;
  Instances?: Instance[] | undefined;
  Parents?: Parent[] | undefined;
  Aliases?: LabelAlias[] | undefined;
  Categories?: LabelCategory[] | undefined;
}
export const Label: Structure = structure('Label', {
  Name: string,
  Confidence: double,
  Instances: list(() => Instance),
  Parents: list(() => Parent),
  Aliases: list(() => LabelAlias),
  Categories: list(() => LabelCategory),
});

export interface LabelAlias {
  Name?: string | undefined;
}
export const LabelAlias: Structure = structure('LabelAlias', {
  Name: string,
});

export interface LabelCategory {
  Name?: string | undefined;
}
export const LabelCategory: Structure = structure('LabelCategory', {
  Name: string,
});

export interface Parent {
  Name?: string | undefined;
}
export const Parent: Structure = structure('Parent', {
  Name: string,
});

export interface S3Object {
  Bucket?: string | undefined;
  Name?: string | undefined;
  Version?: string | undefined;
}
export const S3Object: Structure = structure('S3Object', {
  Bucket: string,
  Name: string,
  Version: string,
});

export interface Operations {
  DetectLabels: { input: DetectLabelsRequest; output: DetectLabelsResponse };
}

export const operations = {
  DetectLabels: operation('DetectLabels', DetectLabelsRequest, DetectLabelsResponse),
};

export const errors = {
  AccessDeniedException: { code: 'AccessDeniedException', status: 400, fault: 'client', message: 'Message' },
  ConflictException: { code: 'ConflictException', status: 400, fault: 'client', message: 'Message' },
  HumanLoopQuotaExceededException: { code: 'HumanLoopQuotaExceededException', status: 402, fault: 'client', message: 'Message' },
  IdempotentParameterMismatchException: { code: 'IdempotentParameterMismatchException', status: 400, fault: 'client', message: 'Message' },
  ImageTooLargeException: { code: 'ImageTooLargeException', status: 400, fault: 'client', message: 'Message' },
  InternalServerError: { code: 'InternalServerError', status: 500, fault: 'server', message: 'Message' },
  InvalidImageFormatException: { code: 'InvalidImageFormatException', status: 400, fault: 'client', message: 'Message' },
  InvalidManifestException: { code: 'InvalidManifestException', status: 400, fault: 'client', message: 'Message' },
  InvalidPaginationTokenException: { code: 'InvalidPaginationTokenException', status: 400, fault: 'client', message: 'Message' },
  InvalidParameterException: { code: 'InvalidParameterException', status: 400, fault: 'client', message: 'Message' },
  InvalidPolicyRevisionIdException: { code: 'InvalidPolicyRevisionIdException', status: 400, fault: 'client', message: 'Message' },
  InvalidS3ObjectException: { code: 'InvalidS3ObjectException', status: 400, fault: 'client', message: 'Message' },
  LimitExceededException: { code: 'LimitExceededException', status: 400, fault: 'client', message: 'Message' },
  MalformedPolicyDocumentException: { code: 'MalformedPolicyDocumentException', status: 400, fault: 'client', message: 'Message' },
  ProvisionedThroughputExceededException: { code: 'ProvisionedThroughputExceededException', status: 400, fault: 'client', message: 'Message' },
  ResourceAlreadyExistsException: { code: 'ResourceAlreadyExistsException', status: 400, fault: 'client', message: 'Message' },
  ResourceInUseException: { code: 'ResourceInUseException', status: 400, fault: 'client', message: 'Message' },
  ResourceNotFoundException: { code: 'ResourceNotFoundException', status: 400, fault: 'client', message: 'Message' },
  ResourceNotReadyException: { code: 'ResourceNotReadyException', status: 400, fault: 'client', message: 'Message' },
  ServiceQuotaExceededException: { code: 'ServiceQuotaExceededException', status: 400, fault: 'client', message: 'Message' },
  SessionNotFoundException: { code: 'SessionNotFoundException', status: 400, fault: 'client', message: 'Message' },
  ThrottlingException: { code: 'ThrottlingException', status: 500, fault: 'server', message: 'Message' },
  ValidationException: { code: 'ValidationException', status: 400, fault: 'client', message: 'message' },
  VideoTooLargeException: { code: 'VideoTooLargeException', status: 400, fault: 'client', message: 'Message' },
} as const;

export const allOperations = {
  AssociateFaces: 'POST /',
  CompareFaces: 'POST /',
  CopyProjectVersion: 'POST /',
  CreateCollection: 'POST /',
  CreateDataset: 'POST /',
  CreateFaceLivenessSession: 'POST /',
  CreateProject: 'POST /',
  CreateProjectVersion: 'POST /',
  CreateStreamProcessor: 'POST /',
  CreateUser: 'POST /',
  DeleteCollection: 'POST /',
  DeleteDataset: 'POST /',
  DeleteFaces: 'POST /',
  DeleteProject: 'POST /',
  DeleteProjectPolicy: 'POST /',
  DeleteProjectVersion: 'POST /',
  DeleteStreamProcessor: 'POST /',
  DeleteUser: 'POST /',
  DescribeCollection: 'POST /',
  DescribeDataset: 'POST /',
  DescribeProjectVersions: 'POST /',
  DescribeProjects: 'POST /',
  DescribeStreamProcessor: 'POST /',
  DetectCustomLabels: 'POST /',
  DetectFaces: 'POST /',
  DetectLabels: 'POST /',
  DetectModerationLabels: 'POST /',
  DetectProtectiveEquipment: 'POST /',
  DetectText: 'POST /',
  DisassociateFaces: 'POST /',
  DistributeDatasetEntries: 'POST /',
  GetCelebrityInfo: 'POST /',
  GetCelebrityRecognition: 'POST /',
  GetContentModeration: 'POST /',
  GetFaceDetection: 'POST /',
  GetFaceLivenessSessionResults: 'POST /',
  GetFaceSearch: 'POST /',
  GetLabelDetection: 'POST /',
  GetMediaAnalysisJob: 'POST /',
  GetPersonTracking: 'POST /',
  GetSegmentDetection: 'POST /',
  GetTextDetection: 'POST /',
  IndexFaces: 'POST /',
  ListCollections: 'POST /',
  ListDatasetEntries: 'POST /',
  ListDatasetLabels: 'POST /',
  ListFaces: 'POST /',
  ListMediaAnalysisJobs: 'POST /',
  ListProjectPolicies: 'POST /',
  ListStreamProcessors: 'POST /',
  ListTagsForResource: 'POST /',
  ListUsers: 'POST /',
  PutProjectPolicy: 'POST /',
  RecognizeCelebrities: 'POST /',
  SearchFaces: 'POST /',
  SearchFacesByImage: 'POST /',
  SearchUsers: 'POST /',
  SearchUsersByImage: 'POST /',
  StartCelebrityRecognition: 'POST /',
  StartContentModeration: 'POST /',
  StartFaceDetection: 'POST /',
  StartFaceSearch: 'POST /',
  StartLabelDetection: 'POST /',
  StartMediaAnalysisJob: 'POST /',
  StartPersonTracking: 'POST /',
  StartProjectVersion: 'POST /',
  StartSegmentDetection: 'POST /',
  StartStreamProcessor: 'POST /',
  StartTextDetection: 'POST /',
  StopProjectVersion: 'POST /',
  StopStreamProcessor: 'POST /',
  TagResource: 'POST /',
  UntagResource: 'POST /',
  UpdateDatasetEntries: 'POST /',
  UpdateStreamProcessor: 'POST /',
} as const;

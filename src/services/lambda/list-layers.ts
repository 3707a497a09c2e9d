import type {
  ListLayersRequest,
  ListLayersResponse,
  ListLayerVersionsRequest,
  ListLayerVersionsResponse,
} from '../../aws/models/lambda.ts';
import type { Reader } from '../../storage/storage.ts';
import {
  type LayerVersionRow,
  listLayerArns,
  listLayerVersions as listRows,
} from '../../storage/tables/layers.ts';
import type { Context } from '../context.ts';
import { layerArn, layerName, showLayerVersionItem } from './layer-name.ts';
import { cutPage, pageOf } from './pages.ts';

/** What a layer must be made for. */
interface Compatibility {
  readonly CompatibleRuntime?: string | undefined;
  readonly CompatibleArchitecture?: string | undefined;
}

/** Versions looked at in one go, to find those that are compatible. */
const SCAN = 50;
const AFTER_ALL_VERSIONS = Number.MAX_SAFE_INTEGER;

/**
 * The versions of a layer, newest first.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListLayerVersions.html
 */
export async function listLayerVersions(
  input: ListLayerVersionsRequest,
  context: Context,
): Promise<ListLayerVersionsResponse> {
  const arn = layerArn(context, input.LayerName);
  const page = pageOf(input);
  const before = page.after === '' ? AFTER_ALL_VERSIONS : Number(page.after);
  const rows = await context.storage.read((reader) =>
    compatibleVersions(reader, arn, before, input, page.size + 1),
  );
  const { items, NextMarker } = cutPage(rows, page, ({ version }) => String(version));
  return { LayerVersions: items.map(showLayerVersionItem), NextMarker };
}

/**
 * The layers of an account in a region, each with its newest compatible version.
 * https://docs.aws.amazon.com/lambda/latest/api/API_ListLayers.html
 */
export async function listLayers(
  input: ListLayersRequest,
  context: Context,
): Promise<ListLayersResponse> {
  const page = pageOf(input);
  const prefix = layerArn(context, '');
  return context.storage.read(async (reader) => {
    const arns = await listLayerArns(reader, prefix, page.after, page.size + 1);
    const { items, NextMarker } = cutPage(arns, page, (arn) => arn);
    const Layers = [];
    for (const arn of items) {
      const [newest] = await compatibleVersions(reader, arn, AFTER_ALL_VERSIONS, input, 1);
      if (newest)
        Layers.push({
          LayerName: layerName(arn),
          LayerArn: arn,
          LatestMatchingVersion: showLayerVersionItem(newest),
        });
    }
    return { Layers, NextMarker };
  });
}

async function compatibleVersions(
  reader: Reader,
  arn: string,
  before: number,
  wanted: Compatibility,
  limit: number,
): Promise<LayerVersionRow[]> {
  const found: LayerVersionRow[] = [];
  let next = before;
  for (;;) {
    const rows = await listRows(reader, arn, next, SCAN);
    found.push(...rows.filter((row) => isCompatible(row, wanted)));
    const last = rows.at(-1);
    if (found.length >= limit || rows.length < SCAN || !last) return found.slice(0, limit);
    next = last.version;
  }
}

const isCompatible = (row: LayerVersionRow, wanted: Compatibility): boolean =>
  includes(row.compatible_runtimes, wanted.CompatibleRuntime) &&
  includes(row.compatible_architectures, wanted.CompatibleArchitecture);

const includes = (json: string | null, value: string | undefined): boolean =>
  value === undefined || (json !== null && (JSON.parse(json) as string[]).includes(value));

import { Entity } from "typeorm";
import { townKinds, townStatusKinds } from "../../terms.js";
import {
  Flag,
  IndexedReference,
  KeyInteger,
  KeyText,
  OneOf,
  OptionalInteger,
  OptionalReal,
  OptionalText,
  References,
  Text,
  UniqueText,
} from "./columns.js";
import { IndustryRow, RegionRow, SourceRow } from "./vocabulary-rows.js";

@Entity("town")
@OneOf("kind", townKinds)
export class TownRow {
  @KeyText() id!: string;
  @UniqueText() slug!: string;
  @Text() kind!: string;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
  @IndexedReference(() => RegionRow) @Text() regionId!: string;
  @OptionalReal() latitude!: number | null;
  @OptionalReal() longitude!: number | null;
  @OptionalText() locationBasisZh!: string | null;
  @OptionalText() locationBasisEn!: string | null;
}

@Entity("town_former_name")
export class TownFormerNameRow {
  @KeyText() @References(() => TownRow) townId!: string;
  @KeyInteger() position!: number;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
  @OptionalText() until!: string | null;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}

@Entity("town_industry")
export class TownIndustryRow {
  @KeyText() @References(() => TownRow) townId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => IndustryRow) @Text() industryId!: string;
}

@Entity("town_status")
@OneOf("kind", townStatusKinds)
export class TownStatusRow {
  @KeyText() @References(() => TownRow) townId!: string;
  @KeyInteger() position!: number;
  @Text() kind!: string;
  @OptionalText() date!: string | null;
  @OptionalInteger() round!: number | null;
  @OptionalText() authorityZh!: string | null;
  @OptionalText() authorityEn!: string | null;
  @OptionalText() listZh!: string | null;
  @OptionalText() listEn!: string | null;
  @OptionalText() noteZh!: string | null;
  @OptionalText() noteEn!: string | null;
  @Flag() isDisputed!: boolean;
}

@Entity("town_status_source")
export class TownStatusSourceRow {
  @KeyText() @References(() => TownRow) townId!: string;
  @KeyInteger() statusPosition!: number;
  @KeyInteger() position!: number;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}

/** All rows of a town as one text (`bundle.ts`), for who reads it as a whole; written with them. */
@Entity("town_bundle")
export class TownBundleRow {
  @KeyText() @References(() => TownRow) townId!: string;
  @Text() whole!: string;
}

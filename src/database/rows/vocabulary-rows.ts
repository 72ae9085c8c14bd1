import { Entity } from "typeorm";
import { categoryKeys, locales, regionLevels } from "../../terms.js";
import {
  Flag,
  IndexedReference,
  Integer,
  KeyInteger,
  KeyText,
  OneOf,
  OptionalFlag,
  OptionalText,
  OptionalUniqueText,
  References,
  Text,
  UniqueText,
} from "./columns.js";

@Entity("source")
export class SourceRow {
  @KeyText() id!: string;
  @UniqueText() key!: string;
  @Text() title!: string;
  @Flag() titleIsOurs!: boolean;
  @Text() publisher!: string;
  @OptionalText() published!: string | null;
  @Text() language!: string;
  @OptionalText() url!: string | null;
  @Flag() isRepost!: boolean;
  @OptionalText() noteZh!: string | null;
  @OptionalText() noteEn!: string | null;
}

@Entity("category")
@OneOf("key", categoryKeys)
export class CategoryRow {
  @KeyText() id!: string;
  @UniqueText() key!: string;
  @Integer() position!: number;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
  @Text() definitionZh!: string;
  @Text() definitionEn!: string;
}

@Entity("category_wording")
export class CategoryWordingRow {
  @KeyText() @References(() => CategoryRow) categoryId!: string;
  @KeyInteger() position!: number;
  @Text() text!: string;
  @Text() language!: string;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}

@Entity("region")
@OneOf("level", regionLevels)
export class RegionRow {
  @KeyText() id!: string;
  @UniqueText() key!: string;
  @OptionalUniqueText() code!: string | null;
  @Text() level!: string;
  @IndexedReference(() => RegionRow) @OptionalText() parentId!: string | null;
  @Integer() position!: number;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
}

@Entity("industry")
export class IndustryRow {
  @KeyText() id!: string;
  @UniqueText() key!: string;
  @Integer() position!: number;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
  /** An old trade or craft, by our judgement; null: written before this was asked. */
  @OptionalFlag() isTraditional!: boolean | null;
}

@Entity("problem")
export class ProblemRow {
  @KeyText() id!: string;
  @UniqueText() key!: string;
  @Integer() position!: number;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
}

@Entity("glossary_term")
export class GlossaryTermRow {
  @KeyText() id!: string;
  @Integer() position!: number;
  @OptionalText() noteZh!: string | null;
  @OptionalText() noteEn!: string | null;
}

@Entity("glossary_wording")
@OneOf("locale", locales)
export class GlossaryWordingRow {
  @KeyText() @References(() => GlossaryTermRow) termId!: string;
  @KeyText() locale!: string;
  @KeyInteger() position!: number;
  @Text() text!: string;
}

@Entity("tag")
export class TagRow {
  @KeyText() id!: string;
  @UniqueText() key!: string;
  @Integer() position!: number;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
}

@Entity("unit")
export class UnitRow {
  @KeyText() id!: string;
  @UniqueText() code!: string;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
}

@Entity("measure")
export class MeasureRow {
  @KeyText() id!: string;
  @UniqueText() key!: string;
  @IndexedReference(() => UnitRow) @Text() unitId!: string;
  @Integer() position!: number;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
}

@Entity("practice")
export class PracticeRow {
  @KeyText() id!: string;
  @UniqueText() slug!: string;
  @Integer() position!: number;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
  @Text() descriptionZh!: string;
  @Text() descriptionEn!: string;
}

@Entity("practice_condition")
export class PracticeConditionRow {
  @KeyText() @References(() => PracticeRow) practiceId!: string;
  @KeyInteger() position!: number;
  @Text() textZh!: string;
  @Text() textEn!: string;
}

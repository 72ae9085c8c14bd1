/** What an export has of each thing, asked from the API: its lines are the answers to these. */

const label = "{ zh en }";
const source = `{ id title titleIsOurs publisher published language url isRepost note ${label} citation }`;
const region = `key code level name ${label}`;
const regions = `{ ${region} parent { ${region} parent { ${region} parent { ${region} } } } }`;
const period = `{ from to label ${label} basis }`;
const link = "{ id anchor }";

const indicators = `{
  measure { key name ${label} } value valueMax qualifier nature timeBasis period ${period} asOf asOfBasis
  valueText ${label} valueAsPublished unit { code name ${label} } scope scopeArea ${label}
}`;

const evidence = `
  id anchor kind statement ${label} attributedTo ${label} period ${period} scope scopeArea ${label}
  section { id kind anchor } indicators ${indicators} source ${source} alsoReportedBy ${source}
  conflictsWith ${link} conflictNote ${label}
`;

/** A line of `evidence.jsonl`. */
export const listedEvidence = `
  case {
    id slug kind title ${label} town { id slug kind name ${label} region ${regions} }
    category { key name ${label} } categoryBasis round
  }
  ${evidence} otherTowns { id slug }
`;

/** A line of `cases.jsonl`, but for its evidence and what it says of practices and problems. */
export const wholeCase = `
  id slug formerSlugs kind title ${label} summary ${label} notice ${label}
  town {
    id slug kind name ${label} formerNames { name ${label} until source ${source} } region ${regions}
    location { latitude longitude basis ${label} } industries { key name ${label} isTraditional }
    statusHistory {
      kind date round authority ${label} list ${label} note ${label} isDisputed sources ${source}
    }
  }
  category { key name ${label} } categoryBasis categoryReason ${label}
  theme { theme { position name ${label} } basis sources ${source} }
  round
  problems { key name ${label} }
  warning {
    kind name ${label} problem ${label} correction ${label} orderedBy ${label}
    standsFor { id scope ${label} } sources ${source}
  }
  actors { role kind name ${label} evidence ${link} }
  practices { id slug name ${label} }
  tags { key name ${label} }
  sections {
    id kind basis position anchor heading ${label} evidence ${link}
    narratives { locale text length translationStatus isStale citations { start end evidence ${link} } }
  }
  timeline ${link} openQuestions ${label} sources ${source}
  documents { id title ${label} number issuer ${label} issued url }
  completeness { sections locales evidence missing } revision publishedAt updatedAt lastVerifiedOn citation
`;

/** All evidence of one case. */
export const evidenceOfCase = `query ($slug: String!, $after: String) { case(slug: $slug) {
  evidence(first: 30, after: $after) { nodes { ${evidence} } pageInfo { hasNextPage endCursor } }
} }`;

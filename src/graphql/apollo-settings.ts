import type { ApolloServerOptionsWithSchema, ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { ListSizes } from "./cost.js";
import { answerPlugin, type RequestFacts } from "./answer-plugin.js";
import { costPlugin } from "./cost-plugin.js";
import { documentLimitsRule } from "./document-limits.js";
import type { Limits } from "./limits.js";
import { tellingPlugin } from "./telling-plugin.js";
import { maskError } from "./mask-errors.js";

type Settings = Omit<ApolloServerOptionsWithSchema<RequestFacts>, "schema" | "plugins"> & {
  readonly plugins: ApolloServerPlugin<RequestFacts>[];
};

/** Everything that Apollo is told beside the schema: limits, errors, and what of it we do not use. */
export function apolloSettings(limits: Limits, listSizes: ListSizes = {}): Settings {
  return {
    introspection: true,
    // No cookies and no mutations: a plain browser and a CDN may ask by GET.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    // http/shutdown.ts listens to the signals.
    stopOnTerminationSignals: false,
    // http/ counts first; this is for callers inside the process.
    parseOptions: { maxLexicalTokens: limits.maxTokens },
    validationRules: [documentLimitsRule(limits)],
    validationOptions: { maxErrors: limits.maxValidationErrors },
    executionOptions: { maxCoercionErrors: limits.maxCoercionErrors },
    formatError: maskError,
    plugins: [
      answerPlugin(),
      costPlugin(limits, listSizes),
      tellingPlugin(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  };
}

export type {
  Finding,
  LinkCounts,
  PropertyPath,
  RelatedPlace,
  Report,
  ReportAssembly,
  ReportDiagnostic,
  ReportResource,
  ReportStack,
  SourcePosition as Source,
  Summary,
  TemplatePosition,
} from '../generated/report.js';

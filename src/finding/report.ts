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
  TemplatePosition,
} from '../generated/report.js';

/// What a page's template is told; everything else its scripts ask the interface for.
struct PageContext {
  let title: String
  let page: String
  let caseReference: String
  let urn: String?
  let person: String?
  let role: String?
  let version: String
  let isClosed: Bool
}

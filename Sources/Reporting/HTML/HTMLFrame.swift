/// What stands around the report's sections in a page.
struct HTMLFrame {
  private let document: ReportDocument

  init(_ document: ReportDocument) { self.document = document }

  /// From the first byte to the page's own heading.
  var head: String {
    let title = HTMLText.content(document.title)
    // The policy forbids a browser all that the page does not need, in case something slipped through.
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
      style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="referrer" content="no-referrer"/>
      <meta name="color-scheme" content="light dark"/>
      <meta name="author" content="\(HTMLText.attribute(document.author))"/>
      <meta name="dcterms.date" content="\(HTMLText.attribute(document.time))"/>
      <title>\(HTMLText.attribute(document.title))</title>
      <style>
      \(HTMLStyle.screen)\(HTMLStyle.print(head: document.runningHead, foot: document.runningFoot))\
      </style>
      </head>
      <body>
      <a class="skip" href="#report">Skip to the report</a>
      <header><p>\(HTMLText.content(document.runningHead))</p><h1>\(title)</h1></header>

      """
  }

  /// What follows the last section.
  var foot: String {
    """
    <footer><p>\(HTMLText.content(document.runningFoot))</p></footer>
    </body>
    </html>

    """
  }
}

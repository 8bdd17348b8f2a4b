internal import NIOCore
internal import NIOHTTPTypes

/// Tells the ``SenderWatch`` of its connection where requests and answers begin and end.
final class RequestBounds: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let watch: SenderWatch

  init(limits: SenderPace.Limits) {
    watch = SenderWatch(limits: limits)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    do {
      try context.pipeline.syncOperations.addHandler(watch, position: .first)
    } catch {
      // Without its watch a connection could be held for ever.
      context.close(promise: nil)
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: watch.headEnded()
    case .body: break
    case .end: watch.requestEnded()
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) { watch.answerEnded() }
    context.write(data, promise: promise)
  }
}

@available(*, unavailable)
extension RequestBounds: Sendable {}

internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes

/// Tells the ``SenderWatch`` of its connection where requests and answers begin and end; brings that and the
/// ``TargetForm`` along, which have to stand before it.
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
      let pipeline = context.pipeline.syncOperations
      try pipeline.addHandler(watch, position: .first)
      let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
      try pipeline.addHandler(TargetForm(), position: .after(decoder))
    } catch {
      // Without its watch a connection could be held for ever, and a target could name any host.
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

internal import NIOCore

/// Closes the connection of whoever sends too slowly; sees the bytes as they come from the socket.
final class SenderWatch: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let limits: SenderPace.Limits
  private var pace: SenderPace
  private var timer: Scheduled<Void>?
  private var due: NIODeadline?
  private var context: ChannelHandlerContext?

  init(limits: SenderPace.Limits) {
    self.limits = limits
    pace = SenderPace(limits: limits, now: .now())
  }

  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    if context.channel.isActive { check(context) }
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    stop()
    self.context = nil
  }

  func channelActive(context: ChannelHandlerContext) {
    pace = SenderPace(limits: limits, now: .now())
    check(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    pace.received(unwrapInboundIn(data).readableBytes, now: .now())
    context.fireChannelRead(data)
    check(context)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    pace.wants(more: false, now: .now())
    context.fireChannelReadComplete()
  }

  func read(context: ChannelHandlerContext) {
    pace.wants(more: true, now: .now())
    context.read()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    pace.takes(answer: context.channel.isWritable, now: .now())
    context.fireChannelWritabilityChanged()
    check(context)
  }

  /// A request's head is complete.
  func headEnded() {
    pace.headEnded(now: .now())
    if let context { check(context) }
  }

  /// A request is complete.
  func requestEnded() {
    pace.requestEnded(now: .now())
  }

  /// An answer is complete.
  func answerEnded() {
    pace.answerEnded(now: .now())
    if let context { check(context) }
  }

  private func check(_ context: ChannelHandlerContext) {
    switch pace.verdict(now: .now()) {
    case .close:
      stop()
      context.close(promise: nil)
    case .wait(let deadline):
      // A timer that comes too early asks again; one that would come too late is replaced.
      if let due, due <= deadline { return }
      timer?.cancel()
      due = deadline
      timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
        self.timer = nil
        self.due = nil
        self.check(context)
      }
    }
  }

  private func stop() {
    timer?.cancel()
    timer = nil
    due = nil
  }
}

@available(*, unavailable)
extension SenderWatch: Sendable {}

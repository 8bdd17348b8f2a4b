/// The `Encoder` behind ``OrderedJSONEncoder``: fills one ``JSONNode``.
struct JSONNodeEncoder: Encoder {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.becomeObject()
    return KeyedEncodingContainer(KeyedNodes<Key>(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.becomeArray()
    return UnkeyedNodes(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleNode(node: node, codingPath: codingPath)
  }
}

// The generic `encode` below answers for every primitive overload the protocols require.

private struct KeyedNodes<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) {
    node.set(.null(), for: key.stringValue)
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    node.set(try .of(value, codingPath: codingPath + [key]), for: key.stringValue)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    child(for: key).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    child(for: key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    JSONNodeEncoder(node: node, codingPath: codingPath)
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    child(for: key)
  }

  private func child(for key: Key) -> JSONNodeEncoder {
    let child = JSONNode()
    node.set(child, for: key.stringValue)
    return JSONNodeEncoder(node: child, codingPath: codingPath + [key])
  }
}

private struct UnkeyedNodes: UnkeyedEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var count: Int { node.count }

  func encodeNil() {
    node.append(.null())
  }

  func encode<Value: Encodable>(_ value: Value) throws {
    node.append(try .of(value, codingPath: codingPath))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    child().container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    child().unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    child()
  }

  private func child() -> JSONNodeEncoder {
    let child = JSONNode()
    node.append(child)
    return JSONNodeEncoder(node: child, codingPath: codingPath)
  }
}

private struct SingleNode: SingleValueEncodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]

  func encodeNil() {
    node.take(.null())
  }

  func encode<Value: Encodable>(_ value: Value) throws {
    node.take(try .of(value, codingPath: codingPath))
  }
}

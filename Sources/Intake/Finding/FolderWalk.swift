internal import Glibc

/// One walk over files and folders; real paths come first, so they win over symbolic links.
struct FolderWalk {
  private struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  private struct Folder {
    let path: PhotoPath
    let realPath: PhotoPath
    let root: PhotoPath
  }

  private struct Link {
    let path: PhotoPath
    let root: PhotoPath
  }

  let maximumFiles: Int
  let followsLinks: Bool
  private(set) var entries: [PhotoListing.Entry] = []
  private(set) var skipped: [PhotoListing.Skipped] = []
  private(set) var emptyFolders: [PhotoPath] = []

  private var folders: [Folder] = []
  private var links: [Link] = []
  private var visited: Set<Identity> = []
  private var listed: Set<PhotoPath> = []
  private var listedByRealPath: [PhotoPath: PhotoPath] = [:]
  private var foundUnderRoot: [PhotoPath: Int] = [:]

  init(maximumFiles: Int, followsLinks: Bool) {
    self.maximumFiles = maximumFiles
    self.followsLinks = followsLinks
  }

  mutating func run(roots: [PhotoPath]) throws(IntakeError) {
    // Files first: a file that is both named and inside a named folder keeps the given name.
    var folderRoots: [PhotoPath] = []
    for root in roots {
      var status = Glibc.stat()
      guard root.withCString({ stat($0, &status) }) == 0 else {
        refuse(root, .system(errno), root: root)
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: folderRoots.append(root)
      case S_IFREG where !followsLinks && Self.isLink(root):
        refuse(root, .symbolicLink, root: root)
      case S_IFREG: try add(root, realPath: Self.realPath(root), root: root, isNamed: true)
      default: refuse(root, .notRegular(mode: status.st_mode), root: root)
      }
    }
    for root in folderRoots {
      foundUnderRoot[root] = foundUnderRoot[root] ?? 0
      folders.append(Folder(path: root, realPath: Self.realPath(root), root: root))
    }
    var nextFolder = 0
    var nextLink = 0
    while nextFolder < folders.count || nextLink < links.count {
      if nextFolder < folders.count {
        try enter(folders[nextFolder])
        nextFolder += 1
      } else {
        try follow(links[nextLink])
        nextLink += 1
      }
    }
    emptyFolders = foundUnderRoot.filter { $0.value == 0 }.map(\.key)
  }

  private mutating func enter(_ folder: Folder) throws(IntakeError) {
    let names: [[UInt8]]
    switch list(folder.path) {
    case .failure(let refusal):
      refuse(folder.path, refusal, root: folder.root)
      return
    case .success(let found):
      guard let found else {  // entered before
        foundUnderRoot[folder.root, default: 0] += folder.path == folder.root ? 1 : 0
        return
      }
      names = found
    }
    for name in names {
      let path =
        folder.path == PhotoPath(".") ? PhotoPath(bytes: name) : folder.path.appending(name)
      if name.first == UInt8(ascii: ".") {
        skipped.append(.init(path: path, cause: .hidden))
        continue
      }
      var status = Glibc.stat()
      guard path.withCString({ lstat($0, &status) }) == 0 else {
        refuse(path, .system(errno), root: folder.root)
        continue
      }
      let realPath = folder.realPath.appending(name)
      switch status.st_mode & S_IFMT {
      case S_IFDIR: folders.append(Folder(path: path, realPath: realPath, root: folder.root))
      case S_IFLNK: links.append(Link(path: path, root: folder.root))
      case S_IFREG: try add(path, realPath: realPath, root: folder.root, isNamed: false)
      default: refuse(path, .notRegular(mode: status.st_mode), root: folder.root)
      }
    }
  }

  private mutating func follow(_ link: Link) throws(IntakeError) {
    guard followsLinks else {
      refuse(link.path, .symbolicLink, root: link.root)
      return
    }
    var status = Glibc.stat()
    guard link.path.withCString({ stat($0, &status) }) == 0 else {
      refuse(link.path, .system(errno), root: link.root)
      return
    }
    let realPath = Self.realPath(link.path)
    switch status.st_mode & S_IFMT {
    case S_IFDIR: folders.append(Folder(path: link.path, realPath: realPath, root: link.root))
    case S_IFREG: try add(link.path, realPath: realPath, root: link.root, isNamed: false)
    default: refuse(link.path, .notRegular(mode: status.st_mode), root: link.root)
    }
  }

  private mutating func add(
    _ path: PhotoPath, realPath: PhotoPath, root: PhotoPath, isNamed: Bool
  ) throws(IntakeError) {
    if listed.contains(path) {
      foundUnderRoot[root, default: 0] += 1
      return
    }
    if let first = listedByRealPath[realPath] {
      foundUnderRoot[root, default: 0] += 1
      skipped.append(.init(path: path, cause: .sameFile(as: first)))
      return
    }
    if !isNamed, PhotoFinder.sidecarExtensions.contains(path.lowercasedExtension),
      !PictureSignature.matches(PhotoOpener().head(of: path, count: PictureSignature.length))
    {
      skipped.append(.init(path: path, cause: .notAPicture))
      return
    }
    guard entries.count < maximumFiles else {
      throw IntakeError(
        code: .badInput, message: "There are more than \(maximumFiles) files under \(root.quoted).",
        cure: "Scan the folders one by one.")
    }
    listed.insert(path)
    listedByRealPath[realPath] = path
    foundUnderRoot[root, default: 0] += 1
    entries.append(.init(path: path))
  }

  private mutating func refuse(_ path: PhotoPath, _ refusal: PhotoRefusal, root: PhotoPath) {
    foundUnderRoot[root, default: 0] += 1
    guard listed.insert(path).inserted else { return }
    entries.append(.init(path: path, refusal: refusal))
  }

  /// The names in a folder, sorted; nil when the folder was listed before.
  private mutating func list(_ path: PhotoPath) -> Result<[[UInt8]]?, PhotoRefusal> {
    guard let stream = path.withCString({ opendir($0) }) else {
      return .failure(.system(errno, folder: true))
    }
    defer { closedir(stream) }
    var status = Glibc.stat()
    guard fstat(dirfd(stream), &status) == 0 else {
      return .failure(.system(errno, folder: true))
    }
    let identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    guard visited.insert(identity).inserted else { return .success(nil) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { return .failure(.system(errno, folder: true)) }
        break
      }
      let name = Self.name(of: entry)
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return .success(names)
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    let room = Int(entry.pointee.d_reclen) - offset
    let bytes = UnsafeRawBufferPointer(
      start: UnsafeRawPointer(entry).advanced(by: offset), count: max(0, room))
    return Array(bytes.prefix { $0 != 0 })
  }

  private static func isLink(_ path: PhotoPath) -> Bool {
    var status = Glibc.stat()
    return path.withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  private static func realPath(_ path: PhotoPath) -> PhotoPath {
    guard let resolved = path.withCString({ realpath($0, nil) }) else { return path }
    defer { free(resolved) }
    let count = strlen(resolved)
    return resolved.withMemoryRebound(to: UInt8.self, capacity: count) {
      PhotoPath(bytes: UnsafeBufferPointer(start: $0, count: count))
    }
  }
}

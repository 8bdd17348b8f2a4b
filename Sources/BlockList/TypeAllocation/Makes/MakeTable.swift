/// The makes that lists and labels name in more than one way, and what ties makes to each other.
///
/// A make stands here when it is seen on phones and its other names are known. What is not here is
/// compared by its words and never said to differ. Sources: spellings after the manufacturer and brand
/// names of public TAC lists; ties after the companies' own announcements, with their year.
enum MakeTable {
  /// One make.
  struct Make {
    /// The name that stands for it.
    let name: String
    /// Its names without legal forms, words of the trade and places.
    let spellings: [String]
  }

  /// Makes that a phone may rightly carry two of.
  struct Tie {
    let makes: Set<String>
    /// Why, for people.
    let note: String
  }

  static let makes: [Make] = [
    Make("Apple", "apple", "iphone"), Make("Samsung", "samsung", "samsung galaxy"),
    Make("Huawei", "huawei", "huawei device"), Make("Honor", "honor", "honor device"),
    Make("Xiaomi", "xiaomi", "redmi", "poco", "xiaomi redmi", "xiaomi poco", "mi"),
    Make("OPPO", "oppo"), Make("OnePlus", "oneplus", "one plus"), Make("realme", "realme"),
    Make("vivo", "vivo"), Make("iQOO", "iqoo", "vivo iqoo"), Make("BBK", "bbk"),
    Make("Motorola", "motorola", "motorola a lenovo", "moto"),
    Make("Lenovo", "lenovo"), Make("ZUK", "zuk"),
    Make("Nokia", "nokia", "hmd", "hmd nokia"), Make("Microsoft", "microsoft", "lumia"),
    Make("TCL", "tcl", "alcatel", "tct", "tcl alcatel", "alcatel onetouch", "alcatel one touch"),
    Make("BlackBerry", "blackberry", "research in motion", "rim"), Make("Palm", "palm"),
    Make("HP", "hp", "hewlett packard"), Make("LG", "lg", "lge"), Make("Sony", "sony", "xperia"),
    Make("Sony Ericsson", "sony ericsson", "sonyericsson"), Make("Ericsson", "ericsson"),
    Make("HTC", "htc", "high tech computer"), Make("Google", "google", "google pixel"),
    Make("ZTE", "zte"), Make("nubia", "nubia"), Make("Asus", "asus", "asustek", "asustek computer"),
    Make("Acer", "acer"), Make("Sharp", "sharp"), Make("Panasonic", "panasonic"),
    Make("NEC", "nec"), Make("Fujitsu", "fujitsu"), Make("Toshiba", "toshiba"),
    Make("Kyocera", "kyocera"), Make("Mitsubishi", "mitsubishi"), Make("Philips", "philips"),
    Make("Siemens", "siemens"), Make("BenQ", "benq"), Make("BenQ-Siemens", "benq siemens"),
    Make("Sagem", "sagem"), Make("Tecno", "tecno"), Make("Infinix", "infinix"),
    Make("itel", "itel"), Make("Transsion", "transsion", "tecno transsion"),
    Make("Meizu", "meizu"), Make("Coolpad", "coolpad", "yulong", "yulong coolpad"),
    Make("Gionee", "gionee"), Make("Hisense", "hisense"), Make("Vertu", "vertu"),
    Make("Fairphone", "fairphone"), Make("Wiko", "wiko"), Make("Nothing", "nothing"),
    Make("Cat", "cat", "caterpillar", "bullitt"), Make("Doogee", "doogee"),
    Make("Blackview", "blackview"), Make("Ulefone", "ulefone"), Make("Cubot", "cubot"),
    Make("Oukitel", "oukitel"), Make("UMIDIGI", "umidigi"), Make("Micromax", "micromax"),
    Make("Lava", "lava"), Make("BLU", "blu"),
    Make("Foxconn", "hon hai precision", "foxconn", "fih", "futaihong precision", "chi mei"),
    Make("Compal", "compal"), Make("Quanta", "quanta", "quanta computer"),
    Make("Wistron", "wistron", "wistron neweb"), Make("Inventec", "inventec"),
    Make("Flextronics", "flextronics", "flex"), Make("Arima", "arima"),
    Make("Pegatron", "pegatron"), Make("Longcheer", "longcheer"), Make("Wingtech", "wingtech"),
    Make("Huaqin", "huaqin"), Make("Tinno", "tinno"), Make("CK Telecom", "ck", "ck telecom"),
    Make("Cellon", "cellon"), Make("Simcom", "simcom", "sim technology"),
    Make("Celestica", "celestica"), Make("Jabil", "jabil", "jabil circuit"),
  ]

  /// Makers that build for other brands, so that their name beside any brand says nothing.
  static let contractMakers: Set<String> = [
    "Foxconn", "Compal", "Quanta", "Wistron", "Inventec", "Flextronics", "Arima", "Pegatron",
    "Longcheer", "Wingtech", "Huaqin", "Tinno", "CK Telecom", "Cellon", "Simcom", "Celestica",
    "Jabil",
  ]

  static let ties: [Tie] = [
    Tie("brands of one group (BBK)", "OPPO", "OnePlus", "realme", "vivo", "iQOO", "BBK"),
    Tie("Honor was a brand of Huawei until November 2020", "Huawei", "Honor"),
    Tie("Microsoft had Nokia’s phones from 2014 to 2016", "Nokia", "Microsoft"),
    Tie("Vertu was Nokia’s until 2012", "Nokia", "Vertu"),
    Tie("Motorola’s phones are Lenovo’s since October 2014", "Motorola", "Lenovo", "ZUK"),
    Tie("Motorola’s phones were Google’s from 2012 to 2014", "Motorola", "Google"),
    Tie("HTC built phones for Google", "HTC", "Google"),
    Tie("LG built phones for Google", "LG", "Google"),
    Tie("Samsung built phones for Google", "Samsung", "Google"),
    Tie("Huawei built phones for Google", "Huawei", "Google"),
    Tie("Asus built tablets for Google", "Asus", "Google"),
    Tie("TCL had BlackBerry’s brand from 2016 to 2020", "TCL", "BlackBerry"),
    Tie("TCL has Palm’s brand since 2015", "TCL", "Palm"),
    Tie("Palm was HP’s from 2010", "HP", "Palm"),
    Tie("Sony Ericsson was a joint venture from 2001 to 2012", "Sony", "Ericsson", "Sony Ericsson"),
    Tie("Siemens’ phones were BenQ’s from 2005", "Siemens", "BenQ", "BenQ-Siemens"),
    Tie("Fujitsu took over Toshiba’s phones from 2010", "Fujitsu", "Toshiba"),
    Tie("nubia is a brand of ZTE", "ZTE", "nubia"),
    Tie("brands of one group (Transsion)", "Tecno", "Infinix", "itel", "Transsion"),
    Tie("Bullitt built phones under Motorola’s brand", "Cat", "Motorola"),
  ]

  /// The make of a name's words.
  static func make(of words: [String]) -> String? { bySpelling[words.joined(separator: " ")] }

  /// What ties two makes, for people.
  static func tie(_ first: String, _ second: String) -> String? {
    for name in [first, second] where contractMakers.contains(name) {
      return "\(name) builds for other brands"
    }
    return ties.first { $0.makes.contains(first) && $0.makes.contains(second) }?.note
  }

  private static let bySpelling = Dictionary(
    makes.flatMap { make in make.spellings.map { ($0, make.name) } }, uniquingKeysWith: { $1 })

  static let legalForms: Set<String> = [
    "inc", "incorporated", "ltd", "limited", "llc", "lp", "l", "p", "gmbh", "ag", "sa", "spa",
    "srl",
    "sas", "oy", "oyj", "ab", "bv", "nv", "plc", "corp", "corporation", "co", "company", "pty",
    "pte",
    "kk", "sdn", "bhd", "kg", "ohg", "kft", "jsc", "the",
  ]
  static let wordsOfTheTrade: Set<String> = [
    "electronics", "electronic", "mobile", "mobiles", "mobility", "communications", "communication",
    "comm", "comms", "telecom", "telecommunication", "telecommunications", "technology",
    "technologies", "tech", "international", "holding", "holdings", "group", "industry",
    "industries",
    "industrial", "device", "devices", "terminal", "terminals", "digital", "wireless", "phone",
    "phones", "global", "equipment", "smartphone", "smartphones",
  ]
  static let places: Set<String> = [
    "korea", "china", "usa", "america", "uk", "europe", "india", "hongkong", "shenzhen", "beijing",
    "guangdong", "dongguan", "shanghai", "huizhou", "taiwan", "japan", "vietnam", "singapore",
    "sweden", "finland", "chongqing",
  ]
}

extension MakeTable.Make {
  fileprivate init(_ name: String, _ spellings: String...) {
    self.init(name: name, spellings: spellings)
  }
}

extension MakeTable.Tie {
  fileprivate init(_ note: String, _ makes: String...) {
    self.init(makes: Set(makes), note: note)
  }
}

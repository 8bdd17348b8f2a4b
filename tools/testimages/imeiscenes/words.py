"""What phones and papers say, in the languages they say it in."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

LANGUAGES = ("en", "en", "en", "de", "fr", "es", "it", "nl", "pl", "ro", "tr", "pt", "sv", "cs", "ru")

_WORDS: dict[str, dict[str, str]] = {
    "found": {
        "en": "If found, please call", "de": "Bei Fund bitte anrufen", "fr": "Si trouvé, appelez le",
        "es": "Si lo encuentra, llame al", "it": "Se trovato, chiamare", "nl": "Gevonden? Bel",
        "pl": "Znalazcę proszę o telefon", "ro": "Dacă îl găsiți, sunați la", "tr": "Bulursanız arayın:",
        "pt": "Se encontrar, ligue", "sv": "Om du hittar den, ring", "cs": "Při nálezu volejte",
        "ru": "Нашедшего прошу позвонить"},
    "lost": {
        "en": "This device has been lost. Please call", "de": "Dieses Gerät wurde verloren. Bitte anrufen:",
        "fr": "Cet appareil a été perdu. Appelez le", "es": "Dispositivo perdido. Llame al",
        "it": "Questo dispositivo è stato smarrito. Chiama", "nl": "Dit toestel is kwijt. Bel",
        "pl": "To urządzenie zgubiono. Zadzwoń", "ro": "Acest dispozitiv a fost pierdut. Sunați",
        "tr": "Bu cihaz kayıp. Lütfen arayın", "pt": "Este aparelho foi perdido. Ligue",
        "sv": "Den här enheten är borttappad. Ring", "cs": "Toto zařízení je ztracené. Volejte",
        "ru": "Это устройство утеряно. Позвоните"},
    "locked": {
        "en": "Device locked", "de": "Gerät gesperrt", "fr": "Appareil verrouillé", "es": "Dispositivo bloqueado",
        "it": "Dispositivo bloccato", "nl": "Toestel vergrendeld", "pl": "Urządzenie zablokowane",
        "ro": "Dispozitiv blocat", "tr": "Cihaz kilitli", "pt": "Dispositivo bloqueado", "sv": "Enheten är låst",
        "cs": "Zařízení je uzamčeno", "ru": "Устройство заблокировано"},
    "emergency": {
        "en": "Emergency call", "de": "Notruf", "fr": "Appel d'urgence", "es": "Llamada de emergencia",
        "it": "Chiamata di emergenza", "nl": "Noodoproep", "pl": "Połączenie alarmowe", "ro": "Apel de urgență",
        "tr": "Acil arama", "pt": "Chamada de emergência", "sv": "Nödsamtal", "cs": "Tísňové volání",
        "ru": "Экстренный вызов"},
    "swipe": {
        "en": "Swipe up to unlock", "de": "Zum Entsperren wischen", "fr": "Balayez pour déverrouiller",
        "es": "Deslizar para desbloquear", "it": "Scorri per sbloccare", "nl": "Veeg om te ontgrendelen",
        "pl": "Przesuń, aby odblokować", "ro": "Glisați pentru deblocare", "tr": "Kilidi açmak için kaydırın",
        "pt": "Deslize para desbloquear", "sv": "Svep för att låsa upp", "cs": "Odemknete přejetím",
        "ru": "Проведите для разблокировки"},
    "pin": {
        "en": "Enter PIN", "de": "PIN eingeben", "fr": "Saisir le code PIN", "es": "Introduzca el PIN",
        "it": "Inserisci il PIN", "nl": "Voer pincode in", "pl": "Wpisz PIN", "ro": "Introduceți PIN",
        "tr": "PIN girin", "pt": "Introduza o PIN", "sv": "Ange pinkod", "cs": "Zadejte PIN", "ru": "Введите PIN"},
    "info": {
        "en": "Device Info", "de": "Geräteinfo", "fr": "Infos appareil", "es": "Info del dispositivo",
        "it": "Info dispositivo", "nl": "Toestelinfo", "pl": "Informacje", "ro": "Info dispozitiv",
        "tr": "Cihaz Bilgisi", "pt": "Info do dispositivo", "sv": "Enhetsinfo", "cs": "Informace",
        "ru": "Об устройстве"},
    "done": {
        "en": "Done", "de": "Fertig", "fr": "OK", "es": "OK", "it": "Fine", "nl": "Gereed", "pl": "Gotowe",
        "ro": "OK", "tr": "Bitti", "pt": "OK", "sv": "Klar", "cs": "Hotovo", "ru": "Готово"},
    "about": {
        "en": "About phone", "de": "Telefoninfo", "fr": "À propos du téléphone", "es": "Acerca del teléfono",
        "it": "Info sul telefono", "nl": "Over de telefoon", "pl": "Telefon — informacje", "ro": "Despre telefon",
        "tr": "Telefon hakkında", "pt": "Sobre o telefone", "sv": "Om telefonen", "cs": "Informace o telefonu",
        "ru": "О телефоне"},
    "about_ios": {
        "en": "About", "de": "Info", "fr": "Informations", "es": "Información", "it": "Info", "nl": "Info",
        "pl": "To urządzenie", "ro": "Informații", "tr": "Hakkında", "pt": "Informações", "sv": "Om",
        "cs": "Informace", "ru": "Об устройстве"},
    "general": {
        "en": "General", "de": "Allgemein", "fr": "Général", "es": "General", "it": "Generali", "nl": "Algemeen",
        "pl": "Ogólne", "ro": "General", "tr": "Genel", "pt": "Geral", "sv": "Allmänt", "cs": "Obecné",
        "ru": "Основные"},
    "model": {
        "en": "Model number", "de": "Modellnummer", "fr": "Numéro de modèle", "es": "Número de modelo",
        "it": "Numero modello", "nl": "Modelnummer", "pl": "Numer modelu", "ro": "Număr model",
        "tr": "Model numarası", "pt": "Número do modelo", "sv": "Modellnummer", "cs": "Číslo modelu",
        "ru": "Номер модели"},
    "serial": {
        "en": "Serial number", "de": "Seriennummer", "fr": "Numéro de série", "es": "Número de serie",
        "it": "Numero di serie", "nl": "Serienummer", "pl": "Numer seryjny", "ro": "Număr de serie",
        "tr": "Seri numarası", "pt": "Número de série", "sv": "Serienummer", "cs": "Sériové číslo",
        "ru": "Серийный номер"},
    "phone": {
        "en": "Phone number", "de": "Telefonnummer", "fr": "Numéro de téléphone", "es": "Número de teléfono",
        "it": "Numero di telefono", "nl": "Telefoonnummer", "pl": "Numer telefonu", "ro": "Număr de telefon",
        "tr": "Telefon numarası", "pt": "Número de telefone", "sv": "Telefonnummer", "cs": "Telefonní číslo",
        "ru": "Номер телефона"},
    "version": {
        "en": "Android version", "de": "Android-Version", "fr": "Version d'Android", "es": "Versión de Android",
        "it": "Versione di Android", "nl": "Android-versie", "pl": "Wersja Androida", "ro": "Versiune Android",
        "tr": "Android sürümü", "pt": "Versão do Android", "sv": "Androidversion", "cs": "Verze systému Android",
        "ru": "Версия Android"},
    "build": {
        "en": "Build number", "de": "Build-Nummer", "fr": "Numéro de build", "es": "Número de compilación",
        "it": "Numero build", "nl": "Build-nummer", "pl": "Numer kompilacji", "ro": "Număr versiune",
        "tr": "Yapım numarası", "pt": "Número da versão", "sv": "Versionsnummer", "cs": "Číslo sestavení",
        "ru": "Номер сборки"},
    "network": {
        "en": "Network", "de": "Netz", "fr": "Réseau", "es": "Red", "it": "Rete", "nl": "Netwerk", "pl": "Sieć",
        "ro": "Rețea", "tr": "Ağ", "pt": "Rede", "sv": "Nätverk", "cs": "Síť", "ru": "Сеть"},
    "evidence": {
        "en": "EVIDENCE BAG", "de": "ASSERVAT", "fr": "SCELLÉ", "es": "EVIDENCIA", "it": "REPERTO",
        "nl": "BEWIJSSTUK", "pl": "DOWÓD RZECZOWY", "ro": "CORP DELICT", "tr": "DELİL", "pt": "PROVA",
        "sv": "BESLAG", "cs": "DŮKAZ", "ru": "ВЕЩДОК"},
    "order": {
        "en": "Order no.", "de": "Bestellnr.", "fr": "N° de commande", "es": "N.º de pedido", "it": "N. ordine",
        "nl": "Bestelnr.", "pl": "Nr zamówienia", "ro": "Nr. comandă", "tr": "Sipariş no", "pt": "N.º do pedido",
        "sv": "Ordernr", "cs": "Č. objednávky", "ru": "Заказ №"},
}

_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo"}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"}


def say(word: str, language: str) -> str:
    """A phrase in a language, English where it is missing."""
    table = _WORDS[word]
    return table.get(language, table["en"])


def date(rng: Random, language: str) -> str:
    """A weekday and date as lock screens show them."""
    weekday = rng.choice(_WEEKDAYS.get(language, _WEEKDAYS["en"]).split())
    month = rng.choice(_MONTHS.get(language, _MONTHS["en"]).split())
    day = rng.randrange(1, 29)
    return f"{weekday} {month} {day}" if language == "en" else f"{weekday}, {day}. {month}"


def clock(rng: Random) -> str:
    """A time of day."""
    return f"{rng.randrange(0, 24):02d}:{rng.randrange(60):02d}"


def short_date(rng: Random) -> str:
    """A date as forms carry it."""
    day, month, year = rng.randrange(1, 29), rng.randrange(1, 13), rng.randrange(2023, 2027)
    return rng.choice((f"{day:02d}/{month:02d}/{year % 100}", f"{day:02d}.{month:02d}.{year}", f"{year}-{month:02d}-{day:02d}"))


@dataclass(frozen=True)
class Captions:
    """How a device names its IMEIs."""

    forms: tuple[str, ...]

    def of(self, slot: int) -> str:
        """The caption of a slot."""
        return self.forms[min(slot, len(self.forms) - 1)]


_SINGLE = ("IMEI", "IMEI", "IMEI", "Imei", "IMEI No.", "IMEI Nr.", "IMEI-Nr.", "N° IMEI", "IMEI/MEID", "IMEI number")
_DOUBLE = (("IMEI1", "IMEI2"), ("IMEI 1", "IMEI 2"), ("IMEI (SIM 1)", "IMEI (SIM 2)"),
           ("IMEI (slot 1)", "IMEI (slot 2)"), ("IMEI (sim slot 1)", "IMEI (sim slot 2)"), ("IMEI", "IMEI2"),
           ("IMEI", "IMEI"))


def captions(rng: Random, count: int) -> Captions:
    """The captions for `count` IMEIs."""
    return Captions((rng.choice(_SINGLE),) if count == 1 else rng.choice(_DOUBLE))


def join(rng: Random) -> str:
    """What stands between a caption and its number on one line."""
    return rng.choice((": ", ": ", ":", " ", " : ", " - "))


CARRIERS = ("Vodafone", "Telekom.de", "O2-UK", "Orange", "EE", "Movistar", "TIM", "T-Mobile", "Lebara", "No SIM")
MAKES = ("SAMSUNG", "Xiaomi", "OPPO", "HUAWEI", "motorola", "NOKIA", "OnePlus", "realme", "vivo", "HONOR", "TCL", "ZTE")
MODELS = ("SM-A546B/DS", "SM-G991B", "CPH2343", "23021RAA2Y", "XT2225-1", "TA-1581", "RMX3363", "MAR-LX1A", "V2111",
          "AC2003", "GX7AS", "A2633", "SM-S911B")
COLORS = ("Black", "Midnight", "Graphite", "Blue", "Awesome White", "Silver", "Mint")
STORAGE = ("64GB", "128GB", "256GB", "6GB+128GB", "8GB/256GB")

"""Every word the drawing itself says: controls, hints, what a screen reader hears."""

from __future__ import annotations

from collections.abc import Mapping

from supplychain.core.words import Words

TEXTS: Mapping[str, Words] = {
    "search": Words(en="Find a business", id="Cari usaha"),
    "nothing_found": Words(en="No business of this name", id="Tidak ada usaha dengan nama ini"),
    "filter": Words(en="Filter", id="Saring"),
    "filters": Words(en="Filters", id="Saringan"),
    "reset": Words(en="Reset", id="Atur ulang"),
    "remove": Words(en="Remove filter {name}", id="Hapus saringan {name}"),
    "shown": Words(en="{shown} of {all} businesses", id="{shown} dari {all} usaha"),
    "shown_links": Words(en="{shown} of {all} partnerships", id="{shown} dari {all} kemitraan"),
    "nothing_shown": Words(
        en="No business fits these filters.", id="Tidak ada usaha yang cocok dengan saringan ini."
    ),
    "legend": Words(en="Legend", id="Legenda"),
    "hide": Words(en="Hide: {name}", id="Sembunyikan: {name}"),
    "show": Words(en="Show: {name}", id="Tampilkan: {name}"),
    "size": Words(en="Size", id="Ukuran"),
    "width": Words(en="Line width", id="Tebal garis"),
    "only_tie": Words(en="context, no goods", id="konteks, tanpa barang"),
    "details": Words(en="Details", id="Rincian"),
    "close": Words(en="Close", id="Tutup"),
    "largest": Words(en="Largest: {name}", id="Terbesar: {name}"),
    "most_partners": Words(en="Most partners", id="Mitra terbanyak"),
    "partners": Words(en="{count} partners", id="{count} mitra"),
    "suppliers": Words(en="Suppliers", id="Pemasok"),
    "buyers": Words(en="Buyers", id="Pembeli"),
    "ties": Words(en="Other ties", id="Hubungan lain"),
    "supplier": Words(en="Supplier", id="Pemasok"),
    "buyer": Words(en="Buyer", id="Pembeli"),
    "more": Words(en="Show all {count}", id="Tampilkan semua {count}"),
    "partnership": Words(en="Partnership", id="Kemitraan"),
    "claims": Words(en="What sources say", id="Kata sumber"),
    "used": Words(en="in use", id="dipakai"),
    "source": Words(en="Source", id="Sumber"),
    "focus": Words(en="Focus", id="Fokus"),
    "focus_on": Words(en="Focus on this business", id="Fokus pada usaha ini"),
    "focus_off": Words(en="Leave focus", id="Keluar dari fokus"),
    "step": Words(en="{side}, step {count}", id="{side}, langkah {count}"),
    "fewer": Words(en="One step fewer: {side}", id="Kurangi satu langkah: {side}"),
    "further": Words(en="One step further: {side}", id="Tambah satu langkah: {side}"),
    "looks": Words(en="Appearance", id="Tampilan"),
    "layout": Words(en="Layout", id="Tata letak"),
    "colour": Words(en="Colour", id="Warna"),
    "story": Words(en="Story", id="Cerita"),
    "earlier": Words(en="Step back", id="Langkah sebelumnya"),
    "later": Words(en="Next step", id="Langkah berikutnya"),
    "present": Words(en="Present", id="Mode presentasi"),
    "present_end": Words(en="End presentation", id="Akhiri presentasi"),
    "zoom_in": Words(en="Zoom in", id="Perbesar"),
    "zoom_out": Words(en="Zoom out", id="Perkecil"),
    "fit": Words(en="Show everything", id="Tampilkan semuanya"),
    "full": Words(en="Full screen", id="Layar penuh"),
    "dark": Words(en="Dark", id="Gelap"),
    "light": Words(en="Light", id="Terang"),
    "language": Words(en="Bahasa Indonesia", id="English"),
    "help": Words(en="Keys and gestures", id="Tombol dan gerakan"),
    "canvas": Words(
        en="Graph of businesses and partnerships. Arrow keys walk from partner to partner: left to "
        "suppliers, right to buyers, up and down among their equals. Enter opens the focus.",
        id="Graf usaha dan kemitraan. Tombol panah berjalan dari mitra ke mitra: kiri ke pemasok, "
        "kanan ke pembeli, atas dan bawah di antara yang setara. Enter membuka fokus.",
    ),
    "says": Words(
        en="{name}, {kind}, {place}; {suppliers} suppliers, {buyers} buyers",
        id="{name}, {kind}, {place}; {suppliers} pemasok, {buyers} pembeli",
    ),
    "hint": Words(
        en="Click a business for its numbers and partners. Double-click to see it alone with its "
        "suppliers and buyers. Drag to move.",
        id="Klik sebuah usaha untuk melihat angka dan mitranya. Klik dua kali untuk melihat usaha "
        "itu saja bersama pemasok dan pembelinya. Seret untuk memindahkan.",
    ),
    "wheel": Words(
        en="Click the graph to zoom with the wheel", id="Klik graf untuk memperbesar dengan roda"
    ),
    "key_arrows": Words(
        en="Walk: suppliers, buyers, equals", id="Berjalan: pemasok, pembeli, yang setara"
    ),
    "key_enter": Words(en="Focus on the chosen business", id="Fokus pada usaha yang dipilih"),
    "key_search": Words(en="Find a business", id="Cari usaha"),
    "key_zoom": Words(en="Zoom, show everything", id="Perbesar, perkecil, tampilkan semuanya"),
    "key_escape": Words(en="Close, step back", id="Tutup, mundur"),
    "key_full": Words(en="Full screen", id="Layar penuh"),
    "key_double": Words(en="Double click", id="Klik dua kali"),
    "key_drag": Words(en="Drag a business", id="Seret sebuah usaha"),
    "moves": Words(en="It stays where you put it", id="Usaha tetap di tempat Anda menaruhnya"),
}
"""By name; `{…}` is filled in by the script."""

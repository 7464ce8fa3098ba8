#include "searcher/display/tex_names.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace answers {
namespace {

struct Symbol {
  std::string_view name;
  std::string_view text;
};

constexpr Symbol symbols[] = {
    {"Delta", "Δ"},
    {"Gamma", "Γ"},
    {"Lambda", "Λ"},
    {"Omega", "Ω"},
    {"Phi", "Φ"},
    {"Pi", "Π"},
    {"Psi", "Ψ"},
    {"Sigma", "Σ"},
    {"Theta", "Θ"},
    {"Upsilon", "Υ"},
    {"Xi", "Ξ"},
    {"alpha", "α"},
    {"beta", "β"},
    {"chi", "χ"},
    {"delta", "δ"},
    {"epsilon", "ϵ"},
    {"eta", "η"},
    {"gamma", "γ"},
    {"iota", "ι"},
    {"kappa", "κ"},
    {"lambda", "λ"},
    {"mu", "μ"},
    {"nu", "ν"},
    {"omega", "ω"},
    {"phi", "φ"},
    {"pi", "π"},
    {"psi", "ψ"},
    {"rho", "ρ"},
    {"sigma", "σ"},
    {"tau", "τ"},
    {"theta", "θ"},
    {"upsilon", "υ"},
    {"varepsilon", "ε"},
    {"varphi", "φ"},
    {"vartheta", "ϑ"},
    {"xi", "ξ"},
    {"zeta", "ζ"},
    {"ell", "ℓ"},
    {"hbar", "ℏ"},
    {"nabla", "∇"},
    {"partial", "∂"},
    {"infty", "∞"},
    {"emptyset", "∅"},
    {"varnothing", "∅"},
    {"forall", "∀"},
    {"exists", "∃"},
    {"in", "∈"},
    {"notin", "∉"},
    {"ni", "∋"},
    {"subset", "⊂"},
    {"subseteq", "⊆"},
    {"supset", "⊃"},
    {"supseteq", "⊇"},
    {"cup", "∪"},
    {"cap", "∩"},
    {"setminus", "∖"},
    {"bigcup", "⋃"},
    {"bigcap", "⋂"},
    {"sum", "∑"},
    {"prod", "∏"},
    {"int", "∫"},
    {"oint", "∮"},
    {"pm", "±"},
    {"mp", "∓"},
    {"times", "×"},
    {"div", "÷"},
    {"cdot", "·"},
    {"ast", "∗"},
    {"star", "⋆"},
    {"circ", "∘"},
    {"bullet", "•"},
    {"oplus", "⊕"},
    {"otimes", "⊗"},
    {"odot", "⊙"},
    {"le", "≤"},
    {"leq", "≤"},
    {"ge", "≥"},
    {"geq", "≥"},
    {"ne", "≠"},
    {"neq", "≠"},
    {"ll", "≪"},
    {"gg", "≫"},
    {"approx", "≈"},
    {"sim", "∼"},
    {"simeq", "≃"},
    {"cong", "≅"},
    {"equiv", "≡"},
    {"propto", "∝"},
    {"perp", "⊥"},
    {"bot", "⊥"},
    {"top", "⊤"},
    {"parallel", "∥"},
    {"mid", "∣"},
    {"to", "→"},
    {"rightarrow", "→"},
    {"leftarrow", "←"},
    {"gets", "←"},
    {"leftrightarrow", "↔"},
    {"Rightarrow", "⇒"},
    {"implies", "⇒"},
    {"Leftarrow", "⇐"},
    {"Leftrightarrow", "⇔"},
    {"iff", "⇔"},
    {"mapsto", "↦"},
    {"longrightarrow", "⟶"},
    {"uparrow", "↑"},
    {"downarrow", "↓"},
    {"land", "∧"},
    {"wedge", "∧"},
    {"lor", "∨"},
    {"vee", "∨"},
    {"neg", "¬"},
    {"lnot", "¬"},
    {"angle", "∠"},
    {"langle", "⟨"},
    {"rangle", "⟩"},
    {"lfloor", "⌊"},
    {"rfloor", "⌋"},
    {"lceil", "⌈"},
    {"rceil", "⌉"},
    {"lvert", "|"},
    {"rvert", "|"},
    {"vert", "|"},
    {"lVert", "‖"},
    {"rVert", "‖"},
    {"Vert", "‖"},
    {"ldots", "…"},
    {"dots", "…"},
    {"cdots", "⋯"},
    {"prime", "′"},
    {"degree", "°"},
    {"colon", ":"},
    {"lbrace", "{"},
    {"rbrace", "}"},
    {"quad", "  "},
    {"qquad", "    "},
    {"left", ""},
    {"right", ""},
    {"big", ""},
    {"Big", ""},
    {"bigl", ""},
    {"bigr", ""},
    {"Bigl", ""},
    {"Bigr", ""},
    {"displaystyle", ""},
    {"limits", ""},
    {"nolimits", ""},
};

/// Written as they are read.
constexpr std::string_view functions =
    " arccos arcsin arctan arg argmax argmin cos cosh cot deg det dim exp gcd inf ker lim liminf "
    "limsup ln log max min Pr sin sinh sup tan tanh ";

/// Their argument, as it is.
constexpr std::string_view dresses =
    " text textbf textit textrm texttt mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak "
    "boldsymbol bm operatorname mbox hbox ";

constexpr Symbol accents[] = {
    {"hat", "\u0302"},      {"widehat", "\u0302"}, {"bar", "\u0304"},
    {"overline", "\u0305"}, {"tilde", "\u0303"},   {"widetilde", "\u0303"},
    {"vec", "\u20D7"},      {"dot", "\u0307"},     {"ddot", "\u0308"}};

template <std::size_t Size>
std::optional<std::string_view> find(const Symbol (&table)[Size], std::string_view name) {
  const auto* const found = std::ranges::find(table, name, &Symbol::name);
  return found == std::end(table) ? std::nullopt : std::optional(found->text);
}

bool lists(std::string_view words, std::string_view word) {
  return words.find(' ' + std::string(word) + ' ') != std::string_view::npos;
}

}  // namespace

std::optional<std::string_view> tex_symbol(std::string_view name) { return find(symbols, name); }

bool is_tex_function(std::string_view name) { return lists(functions, name); }

bool is_tex_dress(std::string_view name) { return lists(dresses, name); }

std::optional<std::string_view> tex_accent(std::string_view name) { return find(accents, name); }

}  // namespace answers

#include "indexer/analysis/analysis.h"

#include "corpus/wording/language.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace answers {
namespace {

/// The terms of a text, one blank between them; parts and pieces behind their whole in brackets,
/// the tail of a run of Chinese behind '~', a term that was not stemmed behind '='.
std::string shown(std::string_view text, std::string_view language = "") {
  Analyser analyser;
  std::string terms;
  std::uint32_t whole_ends = 0;
  analyser.analyse(text, language, [&](const Token& token) {
    if (whole_ends > 0 && token.position >= whole_ends) {
      terms += ']';
      whole_ends = 0;
    }
    if (!terms.empty() && terms.back() != '[') terms += ' ';
    if (token.kind == Token::Kind::tail) terms += '~';
    if (token.exact) terms += '=';
    terms += token.term;
    if (token.kind == Token::Kind::whole) {
      terms += '[';
      whole_ends = token.position + token.positions;
    }
  });
  if (whole_ends > 0) terms += ']';
  return terms;
}

TEST(Analyser, OnlyBehindAVIsANumberAVersion) {
  for (const std::string text : {"3.5GHz", "1.2.3abc", "dual2.5core", "v3.5beta", "V1.2"}) {
    Analyser analyser;
    bool has_v = false;
    analyser.analyse(text, "en", [&](const Token& token) {
      EXPECT_LT(token.begin, token.end) << text;
      EXPECT_LE(token.end, text.size()) << text;
      has_v = has_v || token.term == "v3" || token.term == "v1" || token.term == "v2";
    });
    EXPECT_EQ(has_v, text[0] == 'v' || text[0] == 'V') << text;
  }
}

/// What Xapian cannot store as a term ends a build, and texts are of strangers.
TEST(Analyser, GivesNoTermThatIsTooLong) {
  const auto times = [](std::string_view text) {
    std::string all;
    for (int i = 0; i < 5000; ++i) all += text;
    return all;
  };
  for (const char* begin :
       {"", "a", "C", "v1", "か", "ก", "人", "가", "é", "x.", "`", "\"", ".net"}) {
    for (const char* unit :
         {"\u3099", "\u0301", "\u0E31", "+",  "#",  "1",        "1.",     "a",         "A",
          "aB",     "a1",     "_a",     "-a", "'a", "か\u3099", "人",     "\uFDFA",    "ß",
          "İ",      "`",      "=",      ".a", "&a", "::a",      "\u200D", "\U0001F468"}) {
      for (const char* language : {"", "en", "ja", "th", "de"}) {
        Analyser analyser;
        analyser.analyse(begin + times(unit), language, [&](const Token& token) {
          ASSERT_LE(token.term.size(), 64U) << begin << unit;
        });
        EXPECT_LE(analyser.stem(fold(begin + times(unit)), language).size(), 64U);
        analyser.for_each_stemmed([&](std::string_view word, std::string_view term) {
          ASSERT_LE(word.size(), 64U) << begin << unit;
          ASSERT_LE(term.size(), 64U) << begin << unit;
        });
      }
    }
  }
}

struct Row {
  const char* text;
  const char* terms;
};

constexpr Row words[] = {
    // Plain words: case, inflection, irregular plurals, British spelling.
    {"", ""},
    {" \t\n", ""},
    {"?!...", ""},
    {"dropout", "dropout"},
    {"Dropout", "dropout"},
    {"regularization", "regular"},
    {"Networks, networked; network.", "network network network"},
    {"running runs run", "run run run"},
    {"matrices matrix", "matrix matrix"},
    {"vertices vertex", "vertex vertex"},
    {"indices index indexes", "index index index"},
    {"hypotheses hypothesis", "hypothesi hypothesi"},
    {"criteria criterion", "criterion criterion"},
    {"children child", "child child"},
    {"normalise normalize normalising normalization normalisation",
     "normal normal normal normal normal"},
    {"optimise optimizing optimisation", "optim optim optim"},
    {"behaviour behavior behaviours", "behavior behavior behavior"},
    {"colour color", "color color"},
    {"modelling modeling models", "model model model"},
    {"labelled labeled labels", "label label label"},
    {"analyse analyze analysing analysis", "analyz analyz analyz analysi"},
    {"paralyse paralyzed electrolysing catalyser catalyze",
     "paralyz paralyz electrolyz catalyz catalyz"},
    {"paralysis catalyst", "paralysi catalyst"},
    {"centre center", "center center"},
    {"supervised supervision", "supervis supervis"},
    {"precise precision", "precis precis"},
    // Apostrophes.
    {"don't", "dont"},
    {"don\xE2\x80\x99t dont", "dont dont"},
    {"the model's", "the model"},
    {"models' weights", "model weight"},
    {"we'll you're I've I'm he'd", "we you i i he"},
    {"O'Brien", "obrien"},
    {"l'h\xC3\xB4pital d'eau", "hopit eau"},
    {"rock'n'roll", "rocknrol[rock n roll]"},
    {"Windows'95", "=windows95[window =95]"},
    {"qu'une", "une"},
    {"'quoted'", "quot"},
    // Names with signs.
    {"C++", "=c++"},
    {"c++", "=c++"},
    {"C#", "=c#"},
    {"c# f#", "=c# =f#"},
    {"C\xE2\x99\xAF", "=c#"},
    {"C", "c"},
    {"C/C++", "c =c++"},
    {"C++17", "=c++ =17"},
    {"g++", "=g++"},
    {"Notepad++", "=notepad++[notepad]"},
    {".NET", "=.net[=net]"},
    {"use .net core", "use =.net[=net] core"},
    {"ASP.NET", "=aspnet[=asp =net]"},
    {"node.js", "nodej[node js]"},
    {"std::vector<int>", "stdvector[std vector] int"},
    {"sklearn.linear_model.LinearRegression", "sklearn linear model linearregress linear regress"},
    {".fit()", "fit"},
    {"model.fit(X, y)", "modelfit[model fit] x y"},
    {"#hashtag", "hashtag"},
    {"@decorator", "decor"},
    {"--no-cache", "nocach[no cach]"},
    {"-O2", "=o2"},
    {"$PATH", "=path"},
    {"__init__", "init"},
    {"p->next", "p next"},
    {"a[i]", "a i"},
    {"i++", "=i++"},
    {"x = y + z", "x y z"},
    {"key:value", "key valu"},
    {"https://example.com/path", "https exampl com path"},
    {"user@host", "user host"},
    {"/etc/passwd", "etc passwd"},
    {"C:\\Users", "c user"},
    {"file.txt", "filetxt[file txt]"},
    {"word.Next sentence", "word next sentenc"},
    // Abbreviations.
    {"SOLR solve", "=solr solv"},
    {"AIDS aid", "=aids aid"},
    {"BERT BERTs", "=bert =bert"},
    {"GPUs gpus GPU", "=gpu gpu =gpu"},
    {"LSTMs lstms lstm", "=lstm lstm lstm"},
    {"APIs apis", "=api api"},
    {"BERT's", "=bert"},
    {"HTTPS https", "=https https"},
    {"DBMS dbms", "=dbms dbms"},
    {"U.S.A.", "=usa"},
    {"I.B.M. IBM", "=ibm =ibm"},
    {"e.g. i.e.", "=eg =ie"},
    {"Ph.D. PhD", "=phd phd"},
    {"Q&A", "=qa"},
    {"AT&T", "=att"},
    {"R&D", "=rd"},
    {"TCP/IP", "=tcpip[=tcp =ip]"},
    {"I/O", "io[i o]"},
    {"A/B test", "ab[a b] test"},
    {"L1/L2", "=l1 =l2"},
    {"and/or", "and or"},
    {"read/write", "read write"},
    // Joined words.
    {"k-NN", "=knn[k =nn]"},
    {"kNN", "=knn[=nn]"},
    {"knn", "knn"},
    {"TF-IDF", "=tfidf[=tf =idf]"},
    {"tf-idf", "tfidf[tf idf]"},
    {"AUC-ROC", "=aucroc[=auc =roc]"},
    {"ROC\xE2\x80\x93"
     "AUC",
     "=rocauc[=roc =auc]"},
    {"p-value", "pvalu[p valu]"},
    {"p-values", "pvalu[p valu]"},
    {"t-SNE", "=tsne[t =sne]"},
    {"pre-trained pretrained", "pretrain[pre train] pretrain"},
    {"e-mail email", "email[e mail] email"},
    {"out-of-the-box", "outofthebox[out of the box]"},
    {"a-b-c-d-e", "a b c d e"},
    {"snake_case", "snakecas[snake case]"},
    {"camelCase", "camelcas[camel case]"},
    {"HTTPServer", "httpserver[=http server]"},
    {"parseHTMLString", "parsehtmlstr[pars =html string]"},
    {"MySQL", "=mysql[=sql]"},
    {"LaTeX", "latex"},
    {"iPhone", "iphon[phone]"},
    {"JavaScript javascript", "javascript[java script] javascript"},
    {"Ctrl+C", "ctrlc[ctrl c]"},
    // Digits.
    {"404", "=404"},
    {"1.0.21", "=1.0.21[=1.0 =21]"},
    {"a == b", "a === b"},
    {"is it so ??", "is it so"},
    {"imbalanced", "imbal"},
    {"v1.2.3", "=v1.2.3[=1.2.3 =v1.2 =1.2 =v1]"},
    {"3.14", "=3.14"},
    {"1,000,000", "=1000000"},
    {"1,2", "=1 =2"},
    {"10% $100", "=10 =100"},
    {"2024-01-15", "=2024 =01 =15"},
    {"12:30", "=12 =30"},
    {"L1 L2", "=l1 =l2"},
    {"F1-score", "=f1score[=f1 score]"},
    {"word2vec", "=word2vec[word =2 vec]"},
    {"GPT-4", "=gpt4[=gpt =4]"},
    {"gpt4", "=gpt4[gpt =4]"},
    {"gpt-3.5-turbo", "=gpt3.5turbo[gpt =3.5 turbo]"},
    {"COVID-19", "=covid19[=covid =19]"},
    {"utf-8", "=utf8[utf =8]"},
    {"UTF8", "=utf8[=utf =8]"},
    {"sha256", "=sha256[sha =256]"},
    {"x86_64", "=x8664[=x86 =64]"},
    {"BM25 mp3 3D", "=bm25 =mp3 =3d"},
    {"ORA-00942", "=ora00942[=ora =00942]"},
    {"E0277", "=e0277"},
    {"0x80070005", "=0x80070005"},
    // Code is never stemmed.
    {"`classes` classes", "=classes class"},
    {"``a`running`` running", "=a =running run"},
    {"```\nrunning = classes\n```\nrunning", "=running =classes run"},
    {"~~~\nclasses\n~~~ classes", "=classes class"},
    {"a ` lone tick classes", "a lone tick class"},
    // Shouting says nothing with its capitals.
    {"THE ALLIES AFTER NASSAU IN DECEMBER", "the alli after nassau in decemb"},
    // Unicode.
    {"na\xC3\xAFve naive", "naiv naiv"},
    {"caf\xC3\xA9 cafe\xCC\x81", "cafe cafe"},
    {"Stra\xC3\x9F"
     "e",
     "strass"},
    {"\xC5\x81\xC3\xB3"
     "d\xC5\xBA",
     "lodz"},
    {"\xEF\xBC\xA6\xEF\xBD\x95\xEF\xBD\x8C\xEF\xBD\x8C", "full"},
    {"\xEF\xBC\xA3\xEF\xBC\x8B\xEF\xBC\x8B", "c"},
    {"\xF0\x9D\x90\x9B\xF0\x9D\x90\xA8\xF0\x9D\x90\xA5\xF0\x9D\x90\x9D", "bold"},
    {"\xEF\xAC\x81nance finance", "financ financ"},
    {"x\xC2\xB2 H\xE2\x82\x82O", "=x2 =h2o"},
    {"soft\xC2\xADware zero\xE2\x80\x8Bwidth", "softwar zerowidth"},
    {"Java\xE2\x84\xA2", "java"},
    {"caf\xFF"
     "e",
     "caf e"},
    {"\xCE\xA3\xCE\xAF\xCF\x83\xCF\x85\xCF\x86\xCE\xBF\xCF\x82", "σισυφοσ"},
    {"Йод ёлка ёлки", "йод елк елк"},
    {"нейронные сети нейронных сетей", "нейрон сет нейрон сет"},
    {"機械学習", "=机械 =械学 =学习 ~=习"},
    {"猫", "=猫"},
    {"用Python写", "=用 python =写"},
    {"データベース", "=デー =ータ =タベ =ベー =ース ~=ス"},
    {"\xEF\xBE\x83\xEF\xBE\x9E\xEF\xBD\xB0\xEF\xBE\x80", "=デー =ータ ~=タ"},
    {"한국어", "=한국 =국어 ~=어"},
    {"ภาษา", "=ภา =าษ =ษา ~=า"},
};

TEST(Analyser, TermsOfWordsAsPeopleWriteThem) {
  for (const auto& [text, terms] : words) EXPECT_EQ(shown(text), terms) << text;
}

struct InLanguage {
  const char* language;
  const char* text;
  const char* terms;
};

constexpr InLanguage in_languages[] = {
    {"de", "Häuser Hauses Haus", "haus haus haus"},
    {"de", "Übungen übung", "ubung ubung"},
    {"fr", "réseaux réseau", "reseau reseau"},
    {"es", "canciones canción", "cancion cancion"},
    {"ru", "Python для сетей", "python для сет"},
    {"zh", "networks", "network"},
    {"pl", "sieci", "sieci"},
    {"xx", "networks", "network"},
    {"ro", "informație informații informaţia livrare livrări întrebare întrebările",
     "inform inform inform livr livr intreb intreb"},
};

TEST(Analyser, EachLanguageHasItsStemmer) {
  for (const auto& [language, text, terms] : in_languages)
    EXPECT_EQ(shown(text, language), terms) << language << ' ' << text;
}

TEST(Analyser, WordsOfAStemBeginAsWordBeginningsSay) {
  Analyser analyser;
  for (const char* word :
       {"mice",     "geese",    "teeth",     "feet",    "men",           "women",     "wives",
        "children", "indices",  "matrices",  "corpora", "vertices",      "lstms",     "gpus",
        "colours",  "analysed", "normalise", "grey",    "behaviour",     "fulfilled", "skies",
        "dying",    "news",     "innings",   "succeed", "herring",       "generally", "university",
        "ties",     "as",       "a",         "I",       "Regularisation"}) {
    WordBeginnings looked_for;
    looked_for.add(std::string(analyser.stem(fold(word), "en")));
    const std::string text = std::string("zzz ") + word;
    std::size_t position = 0;
    analyser.analyse(
        text, "en", [&](const Token& token) { position = token.position; }, &looked_for);
    EXPECT_EQ(position, 1U) << word;
  }
}

TEST(Analyser, WordsThatNobodyLooksForComeWithoutAPluralSAndUnstemmed) {
  Analyser analyser;
  WordBeginnings looked_for;
  looked_for.add("network");
  std::string shown;
  const auto show = [&](const Token& token) { shown += std::string(token.term) + ' '; };
  const char* text = "Networks learning layers, their loss: basis, bus, gas; deep-learning RNNs";
  analyser.analyse(text, "en", show, &looked_for, Analyser::Others::unstemmed);
  EXPECT_EQ(shown, "network learning layer their loss basis bus gas deeplearn deep learning rnn ");
  shown.clear();
  analyser.analyse("Netze lernen", "de", show, &looked_for, Analyser::Others::unstemmed);
  EXPECT_EQ(shown, "netz lern ") << "stems of other languages may begin otherwise";
}

TEST(Analyser, RangesAreThoseOfTheText) {
  Analyser analyser;
  const std::string text = "The GPUs' k-NN, naïve.";
  std::vector<std::string> ranges;
  analyser.analyse(text, "", [&](const Token& token) {
    ranges.push_back(text.substr(token.begin, token.end - token.begin));
  });
  EXPECT_EQ(ranges, (std::vector<std::string>{"The", "GPUs", "k-NN", "k", "NN", "naïve"}));
}

TEST(Analyser, AWholeStandsAtThePositionOfItsFirstPart) {
  Analyser analyser;
  std::vector<std::size_t> positions;
  analyser.analyse("a linear_model fits", "", [&](const Token& token) {
    positions.push_back(token.position);
    positions.push_back(token.positions);
  });
  EXPECT_EQ(positions, (std::vector<std::size_t>{0, 1, 1, 2, 1, 1, 2, 1, 3, 1}));
}

TEST(Analyser, TheSameTermHasTheSameIdUntilForgotten) {
  Analyser analyser;
  std::vector<std::uint32_t> ids;
  const auto keep = [&](const Token& token) { ids.push_back(token.id); };
  analyser.analyse("network Networks NETWORK other", "", keep);
  EXPECT_EQ(ids, (std::vector<std::uint32_t>{0, 0, 0, 1}));
  analyser.forget();
  analyser.analyse("other", "", keep);
  EXPECT_EQ(ids.back(), 0U);
}

TEST(Analyser, TermsThatFindNoMoreRoomStillCome) {
  Analyser analyser;
  std::string text;
  for (std::size_t i = 0; i < Analyser::capacity + 10; ++i) text += std::to_string(i) + 'x' + ' ';
  std::set<std::string> terms;
  std::size_t without_id = 0;
  analyser.analyse(text, "", [&](const Token& token) {
    terms.emplace(token.term);
    without_id += token.id == Analyser::no_id ? 1 : 0;
  });
  EXPECT_EQ(terms.size(), Analyser::capacity + 10);
  EXPECT_EQ(without_id, 10U);
}

TEST(Analyser, NoTermIsLongOrBeginsWithACapital) {
  Analyser analyser;
  const std::string long_word(100000, 'x');
  for (const std::string& text :
       {long_word, "A" + long_word + "-" + long_word, std::string(5000, 'Q'),
        std::string("ÄÄÄ") + long_word + "é", std::string("1.") + std::string(9999, '2')}) {
    analyser.analyse(text, "", [&](const Token& token) {
      EXPECT_LE(token.term.size(), 64U);
      EXPECT_FALSE(token.term.front() >= 'A' && token.term.front() <= 'Z');
      EXPECT_LE(token.end, text.size());
      EXPECT_LT(token.begin, token.end);
    });
  }
}

TEST(Fold, MakesWordsComparable) {
  EXPECT_EQ(fold("Naïve Bayes’"), "naive bayes");
  EXPECT_EQ(fold("DON'T"), "dont");
  EXPECT_EQ(fold("Ｃ＋＋"), "c++");
}

}  // namespace
}  // namespace answers

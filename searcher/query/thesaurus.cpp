#include "searcher/query/thesaurus.h"

#include "corpus/wording/language.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_set>

namespace answers {
namespace {

// Measured on eleven judged sets (tests/relevance/ranking.md): 0.15 to 0.3 for function words
// alike; 0.65 for weak words gives 0.2 % of nDCG@10 over 1.0, 0.5 half of it.
constexpr double function_word_weight = 0.25;
constexpr double weak_word_weight = 0.65;

/// Words that questions are made of, whatever they are about.
constexpr std::string_view weak_words =
    "able actually advice after again allow allowed always answer anyone anything ask asking "
    "back because before best better between big case come day describe difference different "
    "down during else even ever everyone everything example examples explain few find finding "
    "first get gets getting give giving go goes going good got guys happen happening happens "
    "hello help hey hi idea ideas issue keep kind know let like likes little long look looking "
    "lot lots made make makes making many mean means much need needs never new no not nothing "
    "now off often old one ones only out over people person please possible problem put "
    "question really reason recommend recommendation recommendations right said say says see "
    "seeing seem seems several since someone something sort start still stop suggestion "
    "suggestions take taking tell thank thanks thing things think time today tried try trying "
    "type types under up use used uses using want wants way ways well while within without "
    "wonder wondering work worked working works year years yes ";

/// By short form. Common knowledge of the fields that people ask about; what the records explain
/// themselves need not stand here.
constexpr CommonAcronym acronyms[] = {
    {"adhd", "attention deficit hyperactivity disorder"},
    {"als", "alternating least squares"},
    {"als", "amyotrophic lateral sclerosis"},
    {"api", "application programming interface"},
    {"auc", "area under the curve"},
    {"bfs", "breadth first search"},
    {"bmi", "body mass index"},
    {"bpe", "byte pair encoding"},
    {"bst", "binary search tree"},
    {"cbt", "cognitive behavioral therapy"},
    {"cdn", "content delivery network"},
    {"ci", "continuous integration"},
    {"cli", "command line interface"},
    {"clt", "central limit theorem"},
    {"cms", "content management system"},
    {"cnn", "convolutional neural network"},
    {"copd", "chronic obstructive pulmonary disease"},
    {"cors", "cross origin resource sharing"},
    {"cpr", "cardiopulmonary resuscitation"},
    {"cpu", "central processing unit"},
    {"csrf", "cross site request forgery"},
    {"css", "cascading style sheets"},
    {"dag", "directed acyclic graph"},
    {"ddos", "distributed denial of service"},
    {"dfs", "depth first search"},
    {"diy", "do it yourself"},
    {"dns", "domain name system"},
    {"dom", "document object model"},
    {"dp", "dynamic programming"},
    {"ecg", "electrocardiogram"},
    {"eda", "exploratory data analysis"},
    {"etl", "extract transform load"},
    {"ev", "electric vehicle"},
    {"faq", "frequently asked questions"},
    {"fft", "fast fourier transform"},
    {"fifo", "first in first out"},
    {"ftp", "file transfer protocol"},
    {"gan", "generative adversarial network"},
    {"gbm", "gradient boosting machine"},
    {"gc", "garbage collection"},
    {"gcd", "greatest common divisor"},
    {"gdp", "gross domestic product"},
    {"gdpr", "general data protection regulation"},
    {"gmm", "gaussian mixture model"},
    {"gp", "general practitioner"},
    {"gpa", "grade point average"},
    {"gpu", "graphics processing unit"},
    {"gui", "graphical user interface"},
    {"hdd", "hard disk drive"},
    {"hiv", "human immunodeficiency virus"},
    {"hmm", "hidden markov model"},
    {"http", "hypertext transfer protocol"},
    {"iam", "identity and access management"},
    {"ibs", "irritable bowel syndrome"},
    {"icu", "intensive care unit"},
    {"ide", "integrated development environment"},
    {"iid", "independent and identically distributed"},
    {"io", "input output"},
    {"iot", "internet of things"},
    {"ir", "information retrieval"},
    {"jit", "just in time"},
    {"kl", "kullback leibler"},
    {"knn", "k nearest neighbours"},
    {"kpi", "key performance indicator"},
    {"lcm", "least common multiple"},
    {"lda", "latent dirichlet allocation"},
    {"lda", "linear discriminant analysis"},
    {"lifo", "last in first out"},
    {"llm", "large language model"},
    {"lru", "least recently used"},
    {"lstm", "long short term memory"},
    {"mae", "mean absolute error"},
    {"mcmc", "markov chain monte carlo"},
    {"mdp", "markov decision process"},
    {"mfa", "multi factor authentication"},
    {"ml", "machine learning"},
    {"mle", "maximum likelihood estimation"},
    {"mlp", "multilayer perceptron"},
    {"moe", "mixture of experts"},
    {"mri", "magnetic resonance imaging"},
    {"mse", "mean squared error"},
    {"mst", "minimum spanning tree"},
    {"mvp", "minimum viable product"},
    {"ner", "named entity recognition"},
    {"nlp", "natural language processing"},
    {"nn", "neural network"},
    {"ocd", "obsessive compulsive disorder"},
    {"ocr", "optical character recognition"},
    {"ols", "ordinary least squares"},
    {"oop", "object oriented programming"},
    {"orm", "object relational mapping"},
    {"os", "operating system"},
    {"pca", "principal component analysis"},
    {"pcos", "polycystic ovary syndrome"},
    {"ppe", "personal protective equipment"},
    {"pr", "pull request"},
    {"ptsd", "post traumatic stress disorder"},
    {"qa", "quality assurance"},
    {"qa", "question answering"},
    {"rag", "retrieval augmented generation"},
    {"ram", "random access memory"},
    {"rbac", "role based access control"},
    {"rbf", "radial basis function"},
    {"rdbms", "relational database management system"},
    {"regex", "regular expression"},
    {"rest", "representational state transfer"},
    {"rl", "reinforcement learning"},
    {"rlhf", "reinforcement learning from human feedback"},
    {"rmse", "root mean squared error"},
    {"rnn", "recurrent neural network"},
    {"roc", "receiver operating characteristic"},
    {"rpc", "remote procedure call"},
    {"rrf", "reciprocal rank fusion"},
    {"sdk", "software development kit"},
    {"seo", "search engine optimization"},
    {"sgd", "stochastic gradient descent"},
    {"sids", "sudden infant death syndrome"},
    {"sla", "service level agreement"},
    {"spa", "single page application"},
    {"sql", "structured query language"},
    {"ssd", "solid state drive"},
    {"ssh", "secure shell"},
    {"sso", "single sign on"},
    {"ssr", "server side rendering"},
    {"svd", "singular value decomposition"},
    {"svm", "support vector machine"},
    {"tcp", "transmission control protocol"},
    {"tdd", "test driven development"},
    {"tls", "transport layer security"},
    {"ttl", "time to live"},
    {"tts", "text to speech"},
    {"udp", "user datagram protocol"},
    {"ui", "user interface"},
    {"uti", "urinary tract infection"},
    {"ux", "user experience"},
    {"vae", "variational autoencoder"},
    {"vat", "value added tax"},
    {"vm", "virtual machine"},
    {"vpn", "virtual private network"},
    {"wfh", "working from home"},
    {"xss", "cross site scripting"},
};

constexpr std::string_view groups[] = {
    "account profile",
    "actor actress",
    "admin administrator",
    "advantage benefit pro",
    "afraid scared fear",
    "age years",
    "alcohol alcoholic booze",
    "allow permit let",
    "always constantly",
    "american us usa",
    "amount quantity number",
    "angry mad",
    "animal creature",
    "anxiety anxious",
    "app application program software",
    "apply application",
    "army military",
    "array list",
    "ask query question",
    "auth authentication",
    "author writer",
    "average mean",
    "baby infant newborn",
    "bad poor",
    "beer ale",
    "begin launch start",
    "begin start commence",
    "beginner newbie novice",
    "big large huge",
    "bike bicycle",
    "block ban prevent",
    "boat ship",
    "book novel",
    "born birth",
    "british uk england",
    "broken defective faulty",
    "brother sibling sister",
    "browser chrome firefox",
    "buy purchase",
    "calculate compute",
    "cancer tumor",
    "car automobile vehicle",
    "cat kitten",
    "cause reason",
    "change modify alter edit",
    "chat conversation",
    "cheap inexpensive affordable",
    "client customer",
    "close shut",
    "cold chilly",
    "color hue",
    "company business firm enterprise",
    "compare comparison versus",
    "computer pc machine laptop",
    "config configuration settings",
    "contact reach message",
    "contact touch",
    "convert transform",
    "copy duplicate clone",
    "cost price fee charge",
    "country nation",
    "couple pair",
    "crazy insane",
    "create make build",
    "danger risk hazard",
    "db database",
    "death die mortality dead",
    "decrease reduce lower",
    "define definition",
    "delete remove erase",
    "depression depressed",
    "dev developer",
    "difference distinction",
    "dir directory",
    "disable deactivate",
    "disadvantage drawback con",
    "disinfect sanitize clean",
    "disk drive storage",
    "doctor physician",
    "document doc file",
    "dog puppy",
    "download save",
    "drink beverage",
    "earth world planet",
    "easy simple",
    "effect result outcome consequence",
    "eight 8",
    "elderly old older senior",
    "eligible qualify",
    "email mail emails",
    "employer boss",
    "enable activate",
    "end finish stop",
    "energy power",
    "env environment",
    "error bug fault mistake",
    "estimate approximate",
    "exam test",
    "example instance sample",
    "exception error",
    "expensive costly",
    "experiment trial",
    "expert professional",
    "explain describe",
    "fast quick rapid",
    "fat obese overweight",
    "father dad",
    "fb facebook",
    "first 1st",
    "five 5",
    "fix repair solve resolve",
    "flight flying",
    "folder directory",
    "font typeface",
    "food meal",
    "format style",
    "four 4",
    "friend buddy",
    "function method procedure",
    "game match",
    "gas gaseous",
    "gathering event meeting",
    "google googling",
    "gov government",
    "grant loan",
    "guide tutorial howto",
    "happy glad",
    "hard difficult",
    "help assist support aid",
    "hide conceal",
    "holiday vacation",
    "hospital clinic",
    "hot warm heat",
    "house home",
    "hundred 100",
    "hurt harm damage injury",
    "illness disease sickness",
    "increase raise grow",
    "infection infected",
    "info information",
    "information info details",
    "install setup",
    "instruction guideline",
    "internet web online",
    "job employment work occupation",
    "join merge combine",
    "js javascript",
    "k8s kubernetes",
    "keyboard keys",
    "kid child children",
    "king monarch",
    "lab laboratory",
    "language tongue",
    "learn study",
    "letter character",
    "lib library",
    "light lamp",
    "list enumerate",
    "listen hear",
    "location place position",
    "lock mutex",
    "login signin logon",
    "logout signout",
    "loop iterate",
    "mails emails",
    "many multiple several",
    "marry wedding marriage married",
    "mask face covering",
    "math maths mathematics",
    "maximum max largest highest",
    "mean meaning",
    "measure gauge",
    "medicine drug medication",
    "memory ram",
    "message msg text",
    "method technique approach way",
    "minimum min smallest lowest",
    "money cash funds",
    "mother mom mum",
    "move transfer migrate",
    "movie film video",
    "msg message",
    "music song",
    "necessary required mandatory",
    "network net",
    "new newest latest recent",
    "nine 9",
    "oil petroleum",
    "old oldest earliest",
    "one 1",
    "open reopen",
    "pain ache",
    "parent parents",
    "password passcode",
    "paste insert",
    "phone telephone mobile cellphone smartphone",
    "photo camera",
    "photo picture image pic photograph photos pictures images",
    "picture drawing",
    "pkg package",
    "plane aircraft airplane",
    "plant vegetation",
    "player athlete",
    "power electricity electrical",
    "pregnant pregnancy",
    "president leader",
    "prevent avoid",
    "print output",
    "problem issue trouble",
    "prof professor",
    "py python",
    "quarantine isolation isolate",
    "rain precipitation",
    "read reading",
    "recommend suggest advise",
    "reply respond answer response",
    "repo repository",
    "require need",
    "road street",
    "rule regulation law",
    "sad unhappy",
    "safe secure",
    "salary wage pay",
    "same identical equal",
    "school college university",
    "screen monitor display",
    "search find lookup",
    "second 2nd",
    "select choose pick",
    "sentence phrase",
    "server host",
    "seven 7",
    "share send",
    "shop store",
    "shortcut hotkey",
    "show display",
    "similar alike",
    "sing singer",
    "six 6",
    "sleep sleeping asleep",
    "small little tiny",
    "smart intelligent clever",
    "soil dirt",
    "speak talk say",
    "speed velocity pace",
    "split separate divide",
    "spread transmit transmission",
    "star stars",
    "stats statistics",
    "strong powerful",
    "student pupil learner",
    "study research investigation",
    "stupid dumb",
    "sun solar",
    "surgery operation",
    "symptom sign",
    "tax taxes",
    "teacher instructor",
    "temp temperature",
    "ten 10",
    "test exam examination",
    "test testing",
    "theory hypothesis",
    "thin slim",
    "third 3rd",
    "thousand 1000",
    "thread process",
    "three 3",
    "tired fatigue",
    "town city",
    "train railway",
    "translate translation",
    "treatment therapy cure remedy treat",
    "tree trees",
    "trip travel journey",
    "tv television",
    "twenty 20",
    "two 2",
    "uni university",
    "uninstall remove",
    "update upgrade",
    "upload post publish",
    "url link hyperlink address",
    "user person",
    "variable parameter argument",
    "view see watch look",
    "virus coronavirus covid",
    "war conflict battle",
    "water fluid liquid",
    "weak feeble",
    "weapon gun",
    "website site webpage",
    "weird strange odd",
    "wife spouse husband",
    "wifi wireless wlan",
    "win victory",
    "wine vino",
    "word term",
    "worker employee staff",
    "write writing",
};

template <class OnWord>
constexpr void each_word(std::string_view words, OnWord&& on_word) {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    on_word(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

constexpr std::size_t count_of_words = [] {
  std::size_t count = 0;
  for (const auto group : groups) each_word(group, [&](std::string_view) { ++count; });
  return count;
}();

/// Where a word of a group stands. Numbers, since pointers would be relocated at each start.
struct Place {
  std::uint16_t group = 0;
  std::uint16_t begin = 0;
  std::uint16_t size = 0;
};

constexpr std::string_view word_at(const Place& place) {
  return groups[place.group].substr(place.begin, place.size);
}

// Made by the compiler: a search is over before all of them could be stemmed.
constexpr auto words_of_groups = [] {
  std::array<Place, count_of_words> words{};
  std::size_t next = 0;
  for (std::size_t group = 0; group < std::size(groups); ++group) {
    std::size_t begin = 0;
    each_word(groups[group], [&](std::string_view word) {
      words[next++] = {static_cast<std::uint16_t>(group), static_cast<std::uint16_t>(begin),
                       static_cast<std::uint16_t>(word.size())};
      begin += word.size() + 1;
    });
  }
  std::ranges::sort(words, [](const Place& one, const Place& other) {
    return word_at(one) != word_at(other) ? word_at(one) < word_at(other) : one.group < other.group;
  });
  return words;
}();

std::unordered_set<std::string_view> split(std::string_view words) {
  std::unordered_set<std::string_view> set;
  while (!words.empty()) {
    const auto blank = words.find(' ');
    set.insert(words.substr(0, blank));
    words.remove_prefix(blank == words.npos ? words.size() : blank + 1);
  }
  return set;
}

}  // namespace

double word_weight(std::string_view folded, std::string_view language) {
  static const auto weak = split(weak_words);
  if (is_function_word(folded, language)) return function_word_weight;
  return weak.contains(folded) ? weak_word_weight : 1;
}

std::span<const std::string_view> synonym_groups() { return groups; }

std::span<const CommonAcronym> common_acronyms() { return acronyms; }

std::span<const CommonAcronym> common_acronyms(std::string_view short_form) {
  // Two searches: clang 14 cannot compile std::ranges::equal_range here.
  const auto* first =
      std::ranges::lower_bound(acronyms, short_form, {}, &CommonAcronym::short_form);
  const auto* last = std::ranges::upper_bound(acronyms, short_form, {}, &CommonAcronym::short_form);
  return {first, last};
}

std::vector<GroupWord> group_words_like(std::string_view stem) {
  std::vector<GroupWord> words;
  const auto beginning = [](const Place& place) { return word_at(place).substr(0, 2); };
  for (auto place = std::ranges::lower_bound(words_of_groups, stem.substr(0, 2), {}, beginning);
       place != words_of_groups.end() && beginning(*place) == stem.substr(0, 2); ++place)
    words.push_back({word_at(*place), place->group});
  return words;
}

}  // namespace answers

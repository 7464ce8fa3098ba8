#include "searcher/commands/serve_command.h"

#include "corpus/characters/printable.h"
#include "indexer/generations/index.h"
#include "searcher/serving/http_server.h"
#include "searcher/serving/http_service.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <memory>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <thread>

namespace answers {
namespace {

constexpr const char* usual_address = "127.0.0.1:7700";
constexpr unsigned most_workers = 16;
constexpr std::size_t room_for_responses = 16 << 20;

/// The first line of the file, without which nobody is let in.
std::string read_token(const std::string& path) {
  std::ifstream file(path);
  std::string token;
  std::getline(file, token);
  while (token.ends_with('\r') || token.ends_with(' ')) token.pop_back();
  if (token.empty()) throw std::runtime_error("there is no token in the first line of " + path);
  return token;
}

std::vector<ListeningSocket> listeners_of(const ServeCommand& command) {
  std::vector<ListeningSocket> listeners = ListeningSocket::inherited();
  if (!listeners.empty()) return listeners;
  if (!command.socket.empty()) listeners.push_back(ListeningSocket::local(command.socket));
  if (!command.listen.empty() || command.socket.empty()) {
    for (ListeningSocket& one :
         ListeningSocket::tcp(command.listen.empty() ? usual_address : command.listen))
      listeners.push_back(std::move(one));
  }
  return listeners;
}

}  // namespace

int run_serve(const ServeCommand& command, std::ostream& talk) {
  const IndexPlaces places = find_indexes(command.indexes);
  AccessRules rules{.hosts = command.hosts, .origins = command.origins};
  if (!command.token_file.empty()) rules.token = read_token(command.token_file);
  const Index index = open_index(places);  // there is one, before anybody asks
  for (const auto& warning : index.warnings()) talk << "answers: " << warning << '\n';
  if (!index.difference().empty())
    talk << "answers: " << printable_line(index.difference()) << '\n';
  for (const Index::RemoteMember& member : index.remotes()) {
    if (!member.session) {
      talk << "answers: " << printable_line(member.remote->name())
           << " is left out until it answers: " << printable_line(member.why) << '\n';
    }
  }

  const std::vector<ListeningSocket> listeners = listeners_of(command);
  const bool is_open =
      !std::ranges::all_of(listeners, [](const ListeningSocket& one) { return one.is_local(); });
  if (is_open && rules.token.empty() && rules.hosts.empty()) {
    talk << "answers: other machines could ask there: say with --token-file who may, or with "
            "--allow-host by which name (and put a proxy with TLS before it)\n";
    return 2;
  }
  // Of a socket file a proxy decides who comes, and by which name.
  if (std::ranges::all_of(listeners, &ListeningSocket::is_unix) || (is_open && rules.hosts.empty()))
    rules.hosts.emplace_back("*");

  Metrics metrics;
  ResponseCache cache(room_for_responses);
  std::optional<QuizDesk> quiz;
  if (!command.state.empty()) quiz.emplace(command.state);
  std::vector<std::unique_ptr<HttpService>> services;
  std::vector<HttpHandler> handlers;
  const unsigned workers = std::clamp(std::thread::hardware_concurrency(), 2U, most_workers);
  for (unsigned i = 0; i < workers; ++i) {
    services.push_back(std::make_unique<HttpService>(places, ANSWERS_VERSION, rules, metrics, cache,
                                                     quiz ? &*quiz : nullptr));
    handlers.emplace_back([service = services.back().get()](const HttpRequest& request) {
      return service->answer(request);
    });
  }
  const auto say_where = [&] {
    for (const ListeningSocket& one : listeners)
      talk << "answers: serving " << printable(one.name()) << '\n';
    talk.flush();
  };
  const auto errors = [](unsigned status) { return problem(status, {}); };
  serve_http(listeners, handlers, errors, metrics, say_where);
  return 0;
}

}  // namespace answers

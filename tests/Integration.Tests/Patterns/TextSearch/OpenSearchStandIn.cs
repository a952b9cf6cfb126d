using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace DynamoToolkit.Integration.Tests.Patterns.TextSearch;

/// <summary>
/// Stands in for OpenSearch, which can't be installed here. It checks requests as the documentation of OpenSearch describes them, keeps
/// documents with its versions, and answers as documented. Faults can be injected. It does not show what only OpenSearch can: how analyzers
/// cut texts and how scores come about is only approximated (<see cref="StandInQuery"/>).
/// </summary>
internal sealed class OpenSearchStandIn : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, StandInIndex> indexes = [];

    /// <summary>Everything that was asked for.</summary>
    public List<StandInRequest> Requests { get; } = [];

    /// <summary>May answer in place of the stand-in, or throw. It runs before anything is done.</summary>
    public Func<StandInRequest, HttpResponseMessage?>? Fault { get; set; }

    /// <summary>May replace the answer after the request was executed: answers that are lost or damaged.</summary>
    public Func<StandInRequest, string, HttpResponseMessage?>? AnswerFault { get; set; }

    /// <summary>May refuse one write of a bulk request: by the document's id and its source, with a status and a type.</summary>
    public Func<string, JsonObject?, (int Status, string Type)?>? WriteFault { get; set; }

    /// <summary>Runs before a request is executed, outside of all locks: for writers that come between two requests.</summary>
    public Func<StandInRequest, Task>? Before { get; set; }

    public StandInIndex Index(string name)
    {
        lock (gate)
            return indexes[name];
    }

    /// <summary>Deletes an index, as an operator does.</summary>
    public void Delete(string name)
    {
        lock (gate)
            indexes.Remove(name);
    }

    public static HttpResponseMessage Answer(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Error(int status, string type, string reason = "as the test wants it") => Answer(
        status,
        new JsonObject { ["error"] = new JsonObject { ["type"] = type, ["reason"] = reason }, ["status"] = status }.ToJsonString());

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var body = message.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        var request = new StandInRequest(
            message.Method.Method,
            message.RequestUri!,
            message.Headers.Concat(message.Content?.Headers.AsEnumerable() ?? []).ToDictionary(
                static header => header.Key.ToLowerInvariant(), static header => string.Join(',', header.Value)),
            body);
        lock (gate)
            Requests.Add(request);
        if (Before is { } before)
            await before(request).WaitAsync(cancellationToken);
        if (Fault?.Invoke(request) is { } fault)
            return fault;

        var (status, answer) = Execute(request);
        return AnswerFault?.Invoke(request, answer) ?? Answer(status, answer);
    }

    private (int Status, string Answer) Execute(StandInRequest request)
    {
        lock (gate)
        {
            var parts = request.Address.AbsolutePath.Trim('/').Split('/');
            Assert.Empty(request.Address.Query);            // a signed POST ignores parameters in its URL
            var operation = parts.Length == 1 ? "" : parts[1];
            Assert.Equal(
                operation == "_bulk" ? "application/x-ndjson" : request.Method == "GET" ? null : "application/json",
                request.Headers.GetValueOrDefault("content-type"));
            return (request.Method, operation) switch
            {
                ("PUT", "") => Create(parts[0], request.Json),
                ("PUT", "_mapping") => AddFields(parts[0], request.Json),
                ("GET", "_settings") => Describe(parts[0]),
                ("POST", "_mget") => Get(parts[0], request.Json),
                ("POST", "_bulk") => Write(parts[0], request.Text),
                ("POST", "_search") => Search(parts[0], request.Json),
                _ => throw new InvalidOperationException($"The stand-in does not know {request.Method} {request.Address}."),
            };
        }
    }

    private (int Status, string Answer) Create(string name, JsonObject body)
    {
        if (indexes.ContainsKey(name))
            return Refuse(400, "resource_already_exists_exception");
        indexes[name] = new StandInIndex(body);
        return (200, new JsonObject { ["acknowledged"] = true, ["shards_acknowledged"] = true, ["index"] = name }.ToJsonString());
    }

    private (int Status, string Answer) Describe(string name) => indexes.TryGetValue(name, out var index)
        ? (200, new JsonObject
        {
            [name] = new JsonObject
            {
                ["settings"] = new JsonObject
                {
                    ["index"] = new JsonObject { ["number_of_shards"] = "1", ["provided_name"] = name, ["uuid"] = index.Uuid },
                },
            },
        }.ToJsonString())
        : Refuse(404, "index_not_found_exception");

    private (int Status, string Answer) AddFields(string name, JsonObject body) =>
        !indexes.TryGetValue(name, out var index) ? Refuse(404, "index_not_found_exception")
        : !index.TryAdd(body) ? Refuse(400, "illegal_argument_exception")
        : (200, """{"acknowledged":true}""");

    private (int Status, string Answer) Get(string name, JsonObject body)
    {
        var known = indexes.GetValueOrDefault(name);
        var documents = new JsonArray();
        foreach (var wanted in body["docs"]!.AsArray())
        {
            var id = (string)wanted!["_id"]!;
            Assert.InRange(Encoding.UTF8.GetByteCount(id), 1, 512);
            Assert.False((bool)wanted["_source"]!);
            if (known is null)
            {
                documents.Add((JsonNode)new JsonObject
                {
                    ["_index"] = name,
                    ["_id"] = id,
                    ["error"] = new JsonObject { ["type"] = "index_not_found_exception", ["reason"] = "as documented" },
                });
            }
            else
            {
                documents.Add((JsonNode)known.Describe(name, id));
            }
        }

        return (200, new JsonObject { ["docs"] = documents }.ToJsonString());
    }

    private (int Status, string Answer) Write(string name, string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var lines = new Queue<string>(text[..^1].Split('\n'));

        // As OpenSearch does by default, also for a name that nobody has created.
        if (!indexes.TryGetValue(name, out var index))
            indexes[name] = index = StandInIndex.Guessed();
        var items = new JsonArray();
        var errors = false;
        while (lines.TryDequeue(out var line))
        {
            var (action, parameters) = Assert.Single(JsonNode.Parse(line)!.AsObject());
            var source = action == "delete" ? null : JsonNode.Parse(lines.Dequeue())!.AsObject();
            var id = (string)parameters!["_id"]!;
            var result = WriteFault?.Invoke(id, source) is { } fault
                ? StandInIndex.Failed(id, fault.Status, fault.Type)
                : index.Write(action, parameters.AsObject(), source);
            errors |= result["error"] is not null;
            items.Add((JsonNode)new JsonObject { [action] = result });
        }

        return (200, new JsonObject { ["took"] = 3, ["errors"] = errors, ["items"] = items }.ToJsonString());
    }

    private (int Status, string Answer) Search(string name, JsonObject body) =>
        indexes.TryGetValue(name, out var index)
            ? (200, StandInQuery.Answer(index, body).ToJsonString())
            : Refuse(404, "index_not_found_exception");

    private static (int Status, string Answer) Refuse(int status, string type) => (status, new JsonObject
    {
        ["error"] = new JsonObject { ["root_cause"] = new JsonArray(), ["type"] = type, ["reason"] = "as documented" },
        ["status"] = status,
    }.ToJsonString());
}

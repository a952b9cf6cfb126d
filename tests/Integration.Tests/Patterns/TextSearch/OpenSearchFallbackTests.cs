using System.Net.Sockets;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Patterns.OpenSearch;
using DynamoToolkit.Patterns.TextSearch;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Patterns.TextSearch;

/// <summary>The trigram index answers while OpenSearch is off, unset or failing.</summary>
public sealed class OpenSearchFallbackTests : OpenSearchTests
{
    public static TheoryData<string> Faults => [.. Outages.Keys];

    private static Dictionary<string, Func<HttpResponseMessage>> Outages { get; } = new()
    {
        ["connection"] = static () => throw new HttpRequestException("Connection refused"),
        ["connection reset at once"] = static () => throw new SocketException((int)SocketError.NotConnected),
        ["slow connection"] = static () => throw new TaskCanceledException("A task was canceled.", new TimeoutException()),
        ["broken body"] = static () => new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) },
        ["500"] = static () => OpenSearchStandIn.Error(500, "search_phase_execution_exception"),
        ["502"] = static () => OpenSearchStandIn.Answer(502, "<html>Bad Gateway</html>"),
        ["503"] = static () => OpenSearchStandIn.Error(503, "cluster_block_exception"),
        ["504"] = static () => OpenSearchStandIn.Answer(504, ""),
        ["429"] = static () => OpenSearchStandIn.Error(429, "circuit_breaking_exception"),
        ["403"] = static () => OpenSearchStandIn.Answer(403, """{"Message":"User is not authorized"}"""),
        ["404"] = static () => OpenSearchStandIn.Error(404, "index_not_found_exception"),
        ["redirect"] = static () => OpenSearchStandIn.Answer(302, ""),
        ["empty"] = static () => OpenSearchStandIn.Answer(200, ""),
        ["a proxy's page"] = static () => OpenSearchStandIn.Answer(200, "<html>Hello</html>"),
        ["cut off"] = static () => OpenSearchStandIn.Answer(200, """{"took":1,"timed_out":false,"_shards":{"failed":0},"hits":{"hi"""),
        ["another object"] = static () => OpenSearchStandIn.Answer(200, """{"acknowledged":true}"""),
        ["an array"] = static () => OpenSearchStandIn.Answer(200, "[]"),
        ["hits without keys"] = static () => Hits("""{"sort":[1.5]}"""),
        ["hits without scores"] = static () => Hits("""{"sort":[null,"PERSON#0","PERSON"]}"""),
        ["keys of another kind"] = static () => Hits("""{"sort":[1.5,7,"PERSON"]}"""),
        ["timed out inside"] = static () =>
            OpenSearchStandIn.Answer(200, """{"timed_out":true,"_shards":{"failed":0},"hits":{"hits":[]}}"""),
        ["a shard failed"] = static () =>
            OpenSearchStandIn.Answer(200, """{"timed_out":false,"_shards":{"failed":1},"hits":{"hits":[]}}"""),
        ["too large"] = static () => OpenSearchStandIn.Answer(200, new string(' ', 17 * 1024 * 1024) + "{}"),
    };

    public static TheoryData<string> Refusals => [.. Refused.Keys];

    /// <summary>How OpenSearch reports that a search is to blame.</summary>
    private static Dictionary<string, (int Status, string Body)> Refused { get; } = new()
    {
        ["400"] = (400, """{"error":{"type":"too_many_clauses","reason":"maxClauseCount is set to 1024"},"status":400}"""),
        ["413"] = (413, ""),
        ["500"] = (500, """
            {"error":{"root_cause":[{"type":"too_many_clauses","reason":"too_many_clauses: maxClauseCount is set to 1024"}],
             "type":"search_phase_execution_exception","reason":"all shards failed","phase":"query","grouped":true,
             "failed_shards":[{"shard":3,"index":"x","node":"n","reason":{"type":"too_many_clauses","reason":"x"}}]},"status":500}
            """),
        ["500, a cause"] = (500, """
            {"error":{"root_cause":[],"type":"search_phase_execution_exception","reason":"all shards failed",
             "caused_by":{"type":"fuzzy_terms_exception","reason":"Term too complex"}},"status":500}
            """),
        ["some shards"] = (200, """
            {"timed_out":false,"_shards":{"total":2,"failed":1,"failures":[{"shard":0,"reason":{"type":"query_phase_execution",
             "reason":"x","caused_by":{"type":"too_many_clauses","reason":"maxClauseCount is set to 1024"}}}]},"hits":{"hits":[]}}
            """),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Outage_IsAnsweredByTrigrams_LoggedOnce_AndTriedAgainAfterAPause(string fault)
    {
        var index = await FilledAsync("run 1", "run 2", "other");
        var search = index.WithTrigramFallback();
        Assert.Equal(TextSearchEngine.OpenSearch, (await search.SearchAsync(For("run"), Ct)).Engine);

        Server.Fault = _ => Outages[fault]();
        var sent = Server.Requests.Count;
        for (var i = 0; i < 5; i++)
        {
            var page = await search.SearchAsync(For("run"), Ct);
            Assert.Equal(TextSearchEngine.Trigrams, page.Engine);
            Assert.Equal(["run 1", "run 2"], NamesOf(page.Items));
        }

        // One search found out, and the others did not ask. After the pause one tries, which is no news.
        Assert.Equal(sent + 1, Server.Requests.Count);
        Assert.StartsWith("Warning: OpenSearch failed on a search of Person", Assert.Single(Log.Lines), StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromSeconds(31));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => search.SearchAsync(For("run"), Ct)));
        Assert.Equal(sent + 2, Server.Requests.Count);
        Assert.Single(Log.Lines);

        Server.Fault = null;
        Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(TextSearchEngine.OpenSearch, (await search.SearchAsync(For("run"), Ct)).Engine);
        Assert.Equal(TextSearchEngine.OpenSearch, (await search.SearchAsync(For("run"), Ct)).Engine);
        Assert.Equal("Information: OpenSearch answers searches of Person again.", Log.Lines[1]);
        Assert.Equal(2, Log.Lines.Count);

        // Alone, the index throws instead.
        Server.Fault = _ => Outages[fault]();
        await Assert.ThrowsAsync<OpenSearchException>(() => index.SearchAsync(For("run"), Ct));
    }

    [Fact]
    public async Task ServerThatIsSilent_IsNotWaitedForAgain()
    {
        var search = (await FilledAsync("run 1")).WithTrigramFallback();
        var arrived = new TaskCompletionSource();
        Server.Before = _ =>
        {
            arrived.SetResult();
            return Task.Delay(Timeout.Infinite, Ct);
        };
        var first = search.SearchAsync(For("run"), Ct);
        await arrived.Task;
        Server.Before = _ => throw new InvalidOperationException("Nobody should ask.");
        Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TextSearchEngine.Trigrams, (await first).Engine);
        Assert.Equal(TextSearchEngine.Trigrams, (await search.SearchAsync(For("run"), Ct)).Engine);
        Assert.Contains("(timeout)", Assert.Single(Log.Lines));
    }

    [Fact]
    public async Task ConnectionThatTakesTooLong_IsNamed()
    {
        await FilledAsync("run 1");
        var options = Options();
        options.CreateHandler = static () => new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
            ConnectCallback = static async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                throw new InvalidOperationException("Nobody connects.");
            },
        };
        var failed = await Assert.ThrowsAsync<OpenSearchException>(() => IndexOf(options).SearchAsync(For("run"), Ct));
        Assert.Equal((0, "connection", true), (failed.StatusCode, failed.ErrorType, failed.IsTransient));
        Assert.Contains("OpenSearch did not answer persons-person/_settings", failed.Message);
        Assert.Contains("ConnectTimeout", failed.Message);
    }

    [Fact]
    public async Task DamagedToken_DoesNotUseTheTryUp()
    {
        var search = await AfterPauseAsync(IndexOf());
        await Assert.ThrowsAsync<PageTokenException>(() => search.SearchAsync(For("run", at: PageToken.Parse("o.AAAA")), Ct));
        Assert.Equal(TextSearchEngine.OpenSearch, (await search.SearchAsync(For("run"), Ct)).Engine);
    }

    [Fact]
    public async Task ErrorOfDynamoDB_DoesNotUseTheTryUp()
    {
        var isBroken = false;
        using var client = new DynamoClient(new Interceptor(Engine, request =>
            isBroken && request.Operation == DynamoOperation.BatchGetItem ? throw new InternalServerErrorException("Broken") : null));
        var search = await AfterPauseAsync(new OpenSearchIndex<Person>(new OpenSearchConnection(Options()), client.Table<Person>()));
        isBroken = true;
        await Assert.ThrowsAsync<BatchGetException<BatchGetResult<Person>>>(() => search.SearchAsync(For("run"), Ct));
        isBroken = false;
        Assert.Equal(TextSearchEngine.OpenSearch, (await search.SearchAsync(For("run"), Ct)).Engine);
    }

    [Fact]
    public async Task CancelledSearch_UsesTheTryUp()
    {
        // It may have waited for a server that is silent, and the next one must not wait as well.
        var search = await AfterPauseAsync(IndexOf());
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Server.Before = _ =>
        {
            cancellation.Cancel();
            return Task.Delay(Timeout.Infinite, cancellation.Token);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search.SearchAsync(For("run"), cancellation.Token));
        Server.Before = null;
        Assert.Equal(TextSearchEngine.Trigrams, (await search.SearchAsync(For("run"), Ct)).Engine);
        Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(TextSearchEngine.OpenSearch, (await search.SearchAsync(For("run"), Ct)).Engine);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task RefusedRequest_AsTheTry_EndsThePause(string refusal)
    {
        var search = await AfterPauseAsync(IndexOf());
        Server.Fault = request => Refuse(request, refusal);
        Assert.Equal(TextSearchEngine.Trigrams, (await search.SearchAsync(For("odd"), Ct)).Engine);
        Assert.Equal(TextSearchEngine.OpenSearch, (await search.SearchAsync(For("run"), Ct)).Engine);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task RefusedRequest_IsNotAnOutage(string refusal)
    {
        var index = await FilledAsync("run 1", "odd 1", "odd 2");
        var search = index.WithTrigramFallback();
        var ranked = (await search.SearchAsync(For("odd", limit: 1), Ct)).Next!;
        Server.Fault = request => Refuse(request, refusal);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(TextSearchEngine.Trigrams, (await search.SearchAsync(For("odd"), Ct)).Engine);
            Assert.Equal(TextSearchEngine.OpenSearch, (await search.SearchAsync(For("run"), Ct)).Engine);
        }

        Assert.Equal(2, Log.Lines.Count);
        Assert.All(Log.Lines, static line => Assert.StartsWith("Information: OpenSearch refused a search", line, StringComparison.Ordinal));

        // It is not worth another attempt, and names the cause.
        var failed = await Assert.ThrowsAsync<OpenSearchException>(() => index.SearchAsync(For("odd"), Ct));
        Assert.False(failed.IsTransient);
        Assert.True(failed.StatusCode == 413 || failed.ErrorType is "too_many_clauses" or "fuzzy_terms_exception", failed.ErrorType);
        var stuck = await Assert.ThrowsAsync<TextSearchUnavailableException>(() => search.SearchAsync(For("odd", at: ranked), Ct));
        Assert.Contains("refuses this search", stuck.Message);
    }

    [Fact]
    public async Task Searches_HaveFewClauses_HoweverManyWordsTheyHave()
    {
        var index = await FilledAsync("run 1");
        foreach (var text in (string[])[
            string.Join(' ', Enumerable.Range(10_000, 32)), string.Join('-', Enumerable.Range(100, 250)), new string('x', 1000),
            string.Concat(Enumerable.Repeat("漢字かな交じり文", 125)),
        ])
        {
            await index.SearchAsync(For(text), Ct);
            var words = Server.Requests[^1].Json["query"]!["bool"]!["must"]!.AsArray()
                .Select(static word => word!["bool"]!["should"]![0]!["multi_match"]!).ToList();
            var clauses = words.Sum(static word => word["max_expansions"] is { } most
                ? 2 * (int)most * PartsOf((string)word["query"]!)
                : 2 * PartsOf((string)word["query"]!));
            Assert.InRange(clauses, 1, 2000);
            if (words.Exists(static word => word["fuzziness"] is not null))
                Assert.InRange(clauses, 1, 1000);
        }

        static int PartsOf(string word) => word.Split('-').Sum(static part => part[0] > '~' ? part.Length : 1);
    }

    [Fact]
    public async Task Timeout_IsThatOfTheWholeSearch()
    {
        var index = await FilledAsync("run 1", "run 2", "run 3", "run 4");
        for (var i = 0; i < 3; i++)
            await Persons.RemoveAsync(Person.Key($"{i}"), Ct);

        // The hits are of items that are gone, so the search asks again. Each answer takes less than the limit, and all together more.
        Server.Before = _ =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1.5));
            return Task.CompletedTask;
        };
        var sent = Server.Requests.Count;
        var failed = await Assert.ThrowsAsync<OpenSearchException>(() => index.SearchAsync(For("run", limit: 1), Ct));
        Assert.Equal(("timeout", true), (failed.ErrorType, failed.IsTransient));
        Assert.Equal(sent + 2, Server.Requests.Count);
        var page = await index.WithTrigramFallback().SearchAsync(For("run", limit: 1), Ct);
        Assert.Equal((TextSearchEngine.Trigrams, "run 4"), (page.Engine, Assert.Single(page.Items).Name));
    }

    [Fact]
    public async Task Switch_WorksWhileTheProgramRuns()
    {
        await FilledAsync("run 1", "run 2");
        var options = Options();
        var search = IndexOf(() => options).WithTrigramFallback();
        var ranked = (await search.SearchAsync(For("run", limit: 1), Ct)).Next!;
        var sent = Server.Requests.Count;

        options.Enabled = false;
        var page = await search.SearchAsync(For("run", limit: 1), Ct);
        Assert.Equal(TextSearchEngine.Trigrams, page.Engine);
        var off = await Assert.ThrowsAsync<TextSearchUnavailableException>(() => search.SearchAsync(For("run", at: ranked), Ct));
        Assert.Contains("is switched off. Pass the token again later, or begin again", off.Message);
        options = new OpenSearchOptions { CreateHandler = static () => throw new InvalidOperationException(), TimeProvider = Clock };
        Assert.Equal(TextSearchEngine.Trigrams, (await search.SearchAsync(For("run"), Ct)).Engine);
        Assert.Equal(sent, Server.Requests.Count);
        Assert.Empty(Log.Lines);

        // On again: the token of each engine goes to its engine.
        options = Options();
        var rest = await search.SearchAsync(For("run", at: page.Next), Ct);
        Assert.Equal((TextSearchEngine.Trigrams, "run 2"), (rest.Engine, Assert.Single(rest.Items).Name));
        rest = await search.SearchAsync(For("run", at: ranked), Ct);
        Assert.Equal((TextSearchEngine.OpenSearch, "run 2"), (rest.Engine, Assert.Single(rest.Items).Name));

        // A mistake in the configuration is an outage like any other.
        options = new OpenSearchOptions { Endpoint = new Uri("https://search.test"), SigningService = "s3" };
        Assert.Equal(TextSearchEngine.Trigrams, (await search.SearchAsync(For("run"), Ct)).Engine);
        Assert.Contains("(options)", Assert.Single(Log.Lines));
    }

    [Fact]
    public async Task Outage_InTheMiddleOfPages_IsAnError()
    {
        var search = (await FilledAsync("run 1", "run 2")).WithTrigramFallback();
        var next = (await search.SearchAsync(For("run", limit: 1), Ct)).Next!;
        Server.Fault = static _ => OpenSearchStandIn.Error(503, "cluster_block_exception");
        var failed = await Assert.ThrowsAsync<TextSearchUnavailableException>(() => search.SearchAsync(For("run", at: next), Ct));
        Assert.Equal(TextSearchEngine.OpenSearch, failed.Engine);
        Assert.Equal(503, Assert.IsType<OpenSearchException>(failed.InnerException).StatusCode);
        var sent = Server.Requests.Count;
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<TextSearchUnavailableException>(() => search.SearchAsync(For("run", at: next), Ct));
        Assert.Equal(sent, Server.Requests.Count);

        Server.Fault = null;
        Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("run 2", Assert.Single((await search.SearchAsync(For("run", at: next), Ct)).Items).Name);
    }

    [Fact]
    public async Task CancelledSearch_IsNotAnOutage()
    {
        var search = (await FilledAsync("run 1")).WithTrigramFallback();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        Server.Before = async _ =>
        {
            await cancellation.CancelAsync();
            cancellation.Token.ThrowIfCancellationRequested();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search.SearchAsync(For("run"), cancellation.Token));
        Server.Before = null;
        Assert.Equal(TextSearchEngine.OpenSearch, (await search.SearchAsync(For("run"), Ct)).Engine);
        Assert.Empty(Log.Lines);
    }

    /// <summary>A search that OpenSearch failed to answer, so long ago that the next one tries. OpenSearch works again.</summary>
    private async Task<ITextSearch<Person>> AfterPauseAsync(OpenSearchIndex<Person> index)
    {
        await FilledAsync("run 1");
        var search = index.WithTrigramFallback();
        Server.Fault = static _ => OpenSearchStandIn.Error(503, "cluster_block_exception");
        Assert.Equal(TextSearchEngine.Trigrams, (await search.SearchAsync(For("run"), Ct)).Engine);
        Assert.Equal(TextSearchEngine.Trigrams, (await search.SearchAsync(For("run"), Ct)).Engine);
        Assert.Single(Log.Lines);
        Server.Fault = null;
        Clock.Advance(TimeSpan.FromSeconds(31));
        return search;
    }

    private static HttpResponseMessage? Refuse(StandInRequest request, string refusal) =>
        request.Text.Contains("odd", StringComparison.Ordinal)
            ? OpenSearchStandIn.Answer(Refused[refusal].Status, Refused[refusal].Body)
            : null;

    private static HttpResponseMessage Hits(string hit) =>
        OpenSearchStandIn.Answer(200, $$$"""{"timed_out":false,"_shards":{"failed":0},"hits":{"hits":[{{{hit}}}]}}""");

    /// <summary>A connection that breaks while the body arrives.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("Connection reset");
    }
}

using System.Text.Json.Nodes;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Patterns.OpenSearch;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Patterns.TextSearch;

/// <summary>Documents in OpenSearch are kept equal to the items.</summary>
public sealed class OpenSearchUpkeepTests : OpenSearchTests
{
    [Fact]
    public async Task Handler_FollowsItems()
    {
        var index = await FilledAsync();
        var handler = index.ChangeHandler();
        var ada = new Person { Id = "1", Tenant = "a", Name = "Ada", Nickname = "Countess" };
        await Persons.CreateAsync(ada, Ct);
        await handler.HandleAsync(Inserted(ada), Ct);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {"pk":"PERSON#1","sk":"PERSON","text":{"name":"Ada","nickname":"Countess"},
                 "folded":{"name":"ada","nickname":"countess"},"scope":{"tenant":"a"}}
                """),
            Assert.Single(Stored.Documents)));

        var byron = ada with { Name = "Ada Byron", Nickname = null };
        await Persons.ChangeAsync(ada, byron, Ct);
        await handler.HandleAsync(Modified(ada, byron), Ct);
        Assert.Equal("Ada Byron", (string)Assert.Single(Stored.Documents)["text"]!["name"]!);
        Assert.Single(Stored.Documents.Single()["text"]!.AsObject());

        // A change of another member asks nobody.
        var sent = Server.Requests.Count;
        await handler.HandleAsync(Modified(byron, byron with { Age = 36 }), Ct);
        Assert.Equal(sent, Server.Requests.Count);

        await Persons.RemoveAsync(Person.Key("1"), Ct);
        await handler.HandleAsync(Removed(byron), Ct);
        Assert.Empty(Stored.Documents);

        // Everything again, and the other way round.
        foreach (var change in (Change<Person>[])[Removed(byron), Modified(ada, byron), Inserted(ada)])
            await handler.HandleAsync(change, Ct);
        Assert.Empty(Stored.Documents);
    }

    [Fact]
    public async Task Changes_InAnyOrder_SeveralTimes_ByTwoWorkers_EndWithTheTable()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var index = await StartedAsync(seed);
            var changes = new List<Change<Person>>();
            var items = new Dictionary<string, Person>();
            Server.Before = async _ =>
            {
                for (var i = random.Next(3); i > 0; i--)
                    await Task.Yield();
            };
            for (var i = 0; i < 40; i++)
                changes.Add(await ChangeAsync(items, random, $"{seed}-{random.Next(6)}"));

            // Two workers handle the same changes at the same time, in orders of their own, while writers go on.
            var handler = index.ChangeHandler();
            var late = new List<Change<Person>>();
            await Task.WhenAll(
                DeliverAsync(handler, [.. changes.OrderBy(_ => random.Next())], random.Next(1, 8)),
                DeliverAsync(handler, [.. changes.OrderBy(_ => random.Next())], random.Next(1, 8)),
                Task.Run(
                    async () =>
                    {
                        for (var i = 0; i < 10; i++)
                            late.Add(await ChangeAsync(items, new Random(seed * 100 + i), $"{seed}-{i % 6}"));
                    },
                    Ct));
            await DeliverAsync(handler, late, 3);

            // Every item has the document of its latest state. A late worker may leave a document too many, which no search returns.
            var documents = Server.Index($"seed-{seed}").Documents.ToDictionary(static document => (string)document["pk"]!);
            foreach (var person in items.Values)
            {
                Assert.True(documents.TryGetValue($"PERSON#{person.Id}", out var document), $"Seed {seed}: {person.Id} has no document.");
                Assert.Equal(person.Name, (string)document["text"]!["name"]!);
                Assert.Equal(person.Tenant, (string)document["scope"]!["tenant"]!);
            }

            Assert.InRange(documents.Count, items.Count, 6);
            await index.BackfillAsync(cancellationToken: Ct);
            Assert.Equal(
                items.Keys.Order(StringComparer.Ordinal),
                Server.Index($"seed-{seed}").Documents.Select(static document => ((string)document["pk"]!)[7..])
                    .Where(id => id.StartsWith($"{seed}-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Writer_BetweenReadingAndWriting_IsNotOverwritten()
    {
        var index = await FilledAsync("first");
        var isFirst = true;
        Server.Before = async request =>
        {
            if (request.Operation != "_bulk" || !isFirst)
                return;
            isFirst = false;
            await Persons.ChangeAsync(Person.Key("0"), static person => person with { Name = "second" }, Ct);
            await index.UpdateAsync([Person.Key("0")], Ct);
        };

        // The inner call writes the newer item. The outer one read the older one, so it must not win.
        await index.UpdateAsync([Person.Key("0")], Ct);
        Assert.Equal("second", (string)Assert.Single(Stored.Documents)["text"]!["name"]!);
        Assert.Equal(2, Server.Requests.Count(static request => request.Operation == "_bulk" && request.Text.Contains("second")));
    }

    [Fact]
    public async Task RefusedDocuments_AreNamed_AndTheOthersWritten()
    {
        var index = await FilledAsync();
        for (var i = 0; i < 250; i++)
            await Persons.CreateAsync(new Person { Id = $"{i}", Tenant = "a", Name = i % 100 == 7 ? "bad" : "good" }, Ct);
        Server.WriteFault = static (_, source) => (string?)source?["text"]?["name"] == "bad" ? (400, "mapper_parsing_exception") : null;
        var keys = Enumerable.Range(0, 250).Select(static i => Person.Key($"{i}")).ToList();
        var failed = await Assert.ThrowsAsync<OpenSearchException>(() => index.UpdateAsync(keys, Ct));
        Assert.Equal((400, "mapper_parsing_exception", false), (failed.StatusCode, failed.ErrorType, failed.IsTransient));
        Assert.Contains("3 items of Person: PERSON#7 / PERSON: mapper_parsing_exception", failed.Message);
        Assert.Contains("PERSON#107 / PERSON", failed.Message);
        Assert.Equal(247, Stored.Documents.Count);
        await Assert.ThrowsAsync<OpenSearchException>(() => index.BackfillAsync(cancellationToken: Ct));
    }

    [Fact]
    public async Task BusyServer_IsAskedAgain_AndThenReported()
    {
        var index = await FilledAsync();
        await Persons.CreateAsync(new Person { Id = "1", Tenant = "a", Name = "Ada" }, Ct);
        var left = 2;
        Server.WriteFault = (_, _) => left-- > 0 ? (429, "es_rejected_execution_exception") : null;
        Assert.Equal(1, await index.UpdateAsync([Person.Key("1"), Person.Key("1"), Person.Key("2")], Ct));
        Assert.Single(Stored.Documents);

        left = int.MaxValue;
        var failed = await Assert.ThrowsAsync<OpenSearchException>(() => index.UpdateAsync([Person.Key("1")], Ct));
        Assert.True(failed.IsTransient);
        Assert.Contains("PERSON#1 / PERSON: es_rejected_execution_exception, status 429", failed.Message);

        Server.WriteFault = null;
        left = 2;
        Server.Fault = request => request.Operation == "_bulk" && left-- > 0 ? OpenSearchStandIn.Answer(503, "busy") : null;
        Assert.Equal(1, await index.UpdateAsync([Person.Key("1")], Ct));
    }

    [Fact]
    public async Task LostAnswers_AreFoundOut()
    {
        var index = await FilledAsync();
        await Persons.CreateAsync(new Person { Id = "1", Tenant = "a", Name = "Ada" }, Ct);
        await Persons.CreateAsync(new Person { Id = "2", Tenant = "a", Name = "Bob" }, Ct);

        // The documents are written, but nobody hears of it. The next attempt finds them.
        var isFirst = true;
        Server.AnswerFault = (request, answer) =>
        {
            if (request.Operation != "_bulk" || !isFirst)
                return null;
            isFirst = false;
            var part = JsonNode.Parse(answer)!.AsObject();
            part["items"]!.AsArray().RemoveAt(1);
            return OpenSearchStandIn.Answer(200, part.ToJsonString());
        };
        Assert.Equal(2, await index.UpdateAsync([Person.Key("1"), Person.Key("2")], Ct));
        Assert.Equal(2, Stored.Documents.Count);

        // Results of other documents, or of other kinds of writes, are not those of the request.
        Server.AnswerFault = static (request, answer) => request.Operation == "_bulk"
            ? OpenSearchStandIn.Answer(200, answer.Replace("\"_id\":\"", "\"_id\":\"x", StringComparison.Ordinal))
            : null;
        var failed = await Assert.ThrowsAsync<OpenSearchException>(() => index.UpdateAsync([Person.Key("1")], Ct));
        Assert.Equal("malformed_answer", failed.ErrorType);
        Server.AnswerFault = static (request, answer) => request.Operation == "_mget"
            ? OpenSearchStandIn.Answer(200, """{"docs":[]}""")
            : null;
        failed = await Assert.ThrowsAsync<OpenSearchException>(() => index.UpdateAsync([Person.Key("1")], Ct));
        Assert.Equal("malformed_answer", failed.ErrorType);
    }

    [Fact]
    public async Task Handler_WaitsForServer_AndParksWhatItRefuses()
    {
        var index = IndexOf();
        var handler = index.ChangeHandler();
        Assert.Equal(FailurePolicy.ParkItem, handler.OnFailure);
        var ada = new Person { Id = "1", Tenant = "a", Name = "Ada" };
        await Persons.CreateAsync(ada, Ct);

        // A write to an index that does not exist would create one, with fields that OpenSearch guesses.
        await Assert.ThrowsAsync<HandlerUnavailableException>(() => handler.HandleAsync(Inserted(ada), Ct));
        Assert.DoesNotContain(Server.Requests, static request => request.Operation == "_bulk");
        await index.CreateAsync(Ct);
        Server.Fault = static _ => throw new HttpRequestException("Connection refused");
        await Assert.ThrowsAsync<HandlerUnavailableException>(() => handler.HandleAsync(Inserted(ada), Ct));
        Server.Fault = static _ => OpenSearchStandIn.Error(403, "security_exception");
        await Assert.ThrowsAsync<HandlerUnavailableException>(() => handler.HandleAsync(Inserted(ada), Ct));
        Server.Fault = null;
        Server.WriteFault = static (_, _) => (400, "mapper_parsing_exception");
        await Assert.ThrowsAsync<OpenSearchException>(() => handler.HandleAsync(Inserted(ada), Ct));
        Server.WriteFault = null;
        await handler.HandleAsync(Inserted(ada), Ct);
        Assert.Single(Stored.Documents);

        // Without an endpoint there is nothing to do.
        await IndexOf(new OpenSearchOptions()).ChangeHandler().HandleAsync(Inserted(ada), Ct);
    }

    [Fact]
    public async Task Handler_WaitsForFieldsThatTheIndexLacks()
    {
        var index = IndexOf();
        await index.CreateAsync(Ct);
        Stored.Creation!["mappings"]!["properties"]!["text"]!["properties"]!.AsObject().Remove("nickname");
        var ada = new Person { Id = "1", Tenant = "a", Name = "Ada", Nickname = "Countess" };
        await Persons.CreateAsync(ada, Ct);
        var waits = await Assert.ThrowsAsync<HandlerUnavailableException>(() => index.ChangeHandler().HandleAsync(Inserted(ada), Ct));
        Assert.Contains("PERSON#1 / PERSON: strict_dynamic_mapping_exception", waits.Message);
        Assert.Empty(Stored.Documents);

        await index.CreateAsync(Ct);
        await index.ChangeHandler().HandleAsync(Inserted(ada), Ct);
        Assert.Equal("Countess", (string)Assert.Single(Stored.Documents)["text"]!["nickname"]!);
    }

    [Fact]
    public async Task ExpiredItem_WhoseTimeToLiveIsExtended_GetsItsDocumentAgain()
    {
        await Db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Paper>()), Ct);
        var papers = Client.Table<Paper>();
        var index = new OpenSearchIndex<Paper>(new OpenSearchConnection(Options()), papers);
        var handler = index.ChangeHandler();
        await index.CreateAsync(Ct);
        var stored = Server.Index(index.Name);
        var paper = new Paper { Id = "1", Journal = "a", Title = "On Graphs", Expires = Clock.GetUtcNow().AddHours(1) };
        await SaveAsync(null, paper);
        Assert.Single(stored.Documents);

        // DynamoDB deletes it some time later. Reads leave it out, and so does OpenSearch after the next change.
        Clock.Advance(TimeSpan.FromHours(2));
        var renamed = paper with { Title = "On Trees" };
        await SaveAsync(paper, renamed);
        Assert.Empty(stored.Documents);
        await SaveAsync(renamed, renamed with { Expires = Clock.GetUtcNow().AddHours(1) });
        Assert.Equal("On Trees", (string)Assert.Single(stored.Documents)["text"]!["title"]!);

        async Task SaveAsync(Paper? old, Paper changed)
        {
            await papers.PutAsync(changed, Ct);
            var change = new Change<Paper>
            {
                Kind = old is null ? ChangeKind.Insert : ChangeKind.Modify,
                Key = Paper.Key(changed.Id),
                Old = old,
                New = changed,
                SequenceNumber = SequenceNumber.Parse("1"),
            };
            await handler.HandleAsync(change, Ct);
        }
    }

    [Fact]
    public async Task Index_GetsNewFields_AndKeepsOldOnes()
    {
        var index = IndexOf();
        Assert.True(await index.CreateAsync(Ct));
        var created = Stored.Creation!;
        Assert.Equal("english", (string)created["mappings"]!["properties"]!["text"]!["properties"]!["name"]!["analyzer"]!);
        Assert.Equal(3, (int)created["settings"]!["analysis"]!["tokenizer"]!["fragments"]!["max_gram"]!);
        Assert.False(await index.CreateAsync(Ct));

        created["mappings"]!["properties"]!["text"]!["properties"]!.AsObject().Remove("nickname");
        Assert.False(await index.CreateAsync(Ct));
        Assert.NotNull(created["mappings"]!["properties"]!["text"]!["properties"]!["nickname"]);

        var german = Options();
        german.Analyzer = "german";
        var failed = await Assert.ThrowsAsync<OpenSearchException>(() => IndexOf(german).CreateAsync(Ct));
        Assert.Equal("illegal_argument_exception", failed.ErrorType);
    }

    [Fact]
    public async Task Backfill_Continues_AndDeletesWhatIsGone()
    {
        var index = await FilledAsync();
        for (var i = 0; i < 30; i++)
            await Persons.CreateAsync(new Person { Id = $"{i:00}", Tenant = "a", Name = $"person {i}" }, Ct);
        await index.BackfillAsync(cancellationToken: Ct);
        Assert.Equal(30, Stored.Documents.Count);
        for (var i = 0; i < 30; i += 2)
            await Persons.RemoveAsync(Person.Key($"{i:00}"), Ct);

        // Each call does a little, and another process continues.
        var calls = 0;
        long deleted = 0;
        string? next = null;
        do
        {
            var options = new SweepOptions { From = next, PageSize = 7, MaxCapacityUnits = 1 };
            var result = await IndexOf().BackfillAsync(options, Ct);
            Assert.True(result.CapacityUnits > 0);
            deleted += result.Deleted;
            next = result.Next;
            calls++;
        }
        while (next is not null);
        Assert.InRange(calls, 5, 30);
        Assert.Equal((15, 15), (deleted, Stored.Documents.Count));

        await Assert.ThrowsAsync<ArgumentException>(() => index.BackfillAsync(new SweepOptions { From = "other:x" }, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => index.BackfillAsync(new SweepOptions { From = "documents:x" }, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => index.BackfillAsync(new SweepOptions { From = "a b~other:x" }, Ct));
    }

    private static Change<Person> Inserted(Person item) => Of(ChangeKind.Insert, null, item);

    private static Change<Person> Modified(Person old, Person item) => Of(ChangeKind.Modify, old, item);

    private static Change<Person> Removed(Person old) => Of(ChangeKind.Remove, old, null);

    private static Change<Person> Of(ChangeKind kind, Person? old, Person? item) => new()
    {
        Kind = kind,
        Key = Person.Key((item ?? old)!.Id),
        Old = old,
        New = item,
        SequenceNumber = SequenceNumber.Parse("1"),
    };

    private static async Task DeliverAsync(IChangeBatchHandler<Person> handler, List<Change<Person>> changes, int size)
    {
        foreach (var batch in changes.Chunk(size))
        {
            // As the worker does with a change that has to wait.
            while (true)
            {
                try
                {
                    await handler.HandleAsync(batch, Ct);
                    break;
                }
                catch (HandlerUnavailableException)
                {
                    await Task.Yield();
                }
            }
        }
    }

    private async Task<OpenSearchIndex<Person>> StartedAsync(int seed)
    {
        var options = Options();
        options.IndexNames["Person"] = $"seed-{seed}";
        var index = IndexOf(options);
        await index.CreateAsync(Ct);
        return index;
    }

    /// <summary>Creates, changes or deletes a person, and returns the change as the stream would.</summary>
    private async Task<Change<Person>> ChangeAsync(Dictionary<string, Person> items, Random random, string id)
    {
        var changed = new Person { Id = id, Tenant = "ab"[random.Next(2)].ToString(), Name = $"name {random.Next(1000)}" };
        if (!items.TryGetValue(id, out var old))
        {
            await Persons.CreateAsync(changed, Ct);
            items[id] = changed;
            return Inserted(changed);
        }

        if (random.Next(3) == 0)
        {
            await Persons.RemoveAsync(Person.Key(id), Ct);
            items.Remove(id);
            return Removed(old);
        }

        await Persons.ChangeAsync(Person.Key(id), _ => changed, Ct);
        items[id] = changed;
        return Modified(old, changed);
    }
}

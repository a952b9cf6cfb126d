using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Patterns.OpenSearch;
using DynamoToolkit.Patterns.TextSearch;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Patterns.TextSearch;

/// <summary>OpenSearch answers only if it has the documents of all items.</summary>
public sealed class OpenSearchBackfillTests : OpenSearchTests
{
    [Fact]
    public async Task Trigrams_Answer_UntilABackfillHasFinished()
    {
        await CreateAsync(10);
        var index = IndexOf();
        var search = index.WithTrigramFallback();
        await index.CreateAsync(Ct);
        await AnswersAsync(search, TextSearchEngine.Trigrams);
        await IsIncompleteAsync(index, "No handler has begun to keep the index 'persons-person' of Person");

        // Without a handler, changes after the backfill would be missing.
        Assert.False((await index.BackfillAsync(cancellationToken: Ct)).IsComplete);
        await IsIncompleteAsync(index, "No handler has begun");

        // And those between a backfill's beginning and the handler's. It crashes, and another process continues.
        var small = new SweepOptions { PageSize = 2, MaxCapacityUnits = 1 };
        var early = await index.BackfillAsync(small, Ct);
        await BeginAsync(index);
        Assert.False((await IndexOf().BackfillAsync(new SweepOptions { From = early.Next }, Ct)).IsComplete);
        await IsIncompleteAsync(index, "No backfill has filled the index 'persons-person' of Person since the consumer 'default'");
        await AnswersAsync(search, TextSearchEngine.Trigrams);

        // Two at once, of which one is given up.
        var first = await index.BackfillAsync(small, Ct);
        Assert.NotNull((await IndexOf().BackfillAsync(small, Ct)).Next);
        var last = await IndexOf().BackfillAsync(new SweepOptions { From = first.Next }, Ct);
        Assert.Equal((null, true), (last.Next, last.IsComplete));
        Clock.Advance(TimeSpan.FromSeconds(11));
        await AnswersAsync(search, TextSearchEngine.OpenSearch);
        Assert.Equal(2, Log.Lines.Count);
        Assert.StartsWith("Warning: OpenSearch does not have all items of Person.", Log.Lines[0], StringComparison.Ordinal);
        Assert.Equal("Information: OpenSearch answers searches of Person again.", Log.Lines[1]);

        // The worker's next start changes nothing.
        await BeginAsync(IndexOf());
        await AnswersAsync(IndexOf().WithTrigramFallback(), TextSearchEngine.OpenSearch);
    }

    [Fact]
    public async Task Segments_MustAllBeAtTheirEnd()
    {
        await CreateAsync(10);
        var index = IndexOf();
        await index.CreateAsync(Ct);
        await BeginAsync(index);
        for (var segment = 0; segment < 3; segment++)
        {
            await AnswersAsync(IndexOf().WithTrigramFallback(), TextSearchEngine.Trigrams);
            Assert.Equal(
                segment == 2, (await index.BackfillAsync(new SweepOptions { Segment = segment, Segments = 3 }, Ct)).IsComplete);
        }

        await AnswersAsync(IndexOf().WithTrigramFallback(), TextSearchEngine.OpenSearch);
    }

    [Fact]
    public async Task IndexThatIsCreatedAnew_IsEmpty()
    {
        var index = await FilledAsync("run 1", "run 2");
        var search = IndexOf().WithTrigramFallback();
        await AnswersAsync(search, TextSearchEngine.OpenSearch, count: 2);
        Server.Delete(IndexName);
        await index.CreateAsync(Ct);
        await AnswersAsync(index.WithTrigramFallback(), TextSearchEngine.Trigrams, count: 2);

        // Another program sees it soon.
        Clock.Advance(TimeSpan.FromSeconds(11));
        await AnswersAsync(search, TextSearchEngine.Trigrams, count: 2);
        await IsIncompleteAsync(index, "or since it was created or changed");

        // A backfill of which the first part went to the former index.
        var part = await index.BackfillAsync(new SweepOptions { PageSize = 1, MaxCapacityUnits = 0.5 }, Ct);
        Server.Delete(IndexName);
        await index.CreateAsync(Ct);
        Assert.False((await index.BackfillAsync(new SweepOptions { From = part.Next }, Ct)).IsComplete);
        Assert.True((await index.BackfillAsync(cancellationToken: Ct)).IsComplete);
        await AnswersAsync(index.WithTrigramFallback(), TextSearchEngine.OpenSearch, count: 2);
    }

    [Fact]
    public async Task AnotherNameOrConsumer_BeginsAnew()
    {
        await FilledAsync("run 1");
        var options = Options();
        options.IndexNames["Person"] = "people-v2";
        var renamed = IndexOf(options);
        await renamed.CreateAsync(Ct);
        await AnswersAsync(renamed.WithTrigramFallback(), TextSearchEngine.Trigrams, count: 1);
        await BeginAsync(renamed);
        Assert.True((await renamed.BackfillAsync(cancellationToken: Ct)).IsComplete);
        await AnswersAsync(renamed.WithTrigramFallback(), TextSearchEngine.OpenSearch, count: 1);

        await BeginAsync(renamed, "another");
        await IsIncompleteAsync(IndexOf(options), "since the consumer 'another' began");
        await AnswersAsync(IndexOf().WithTrigramFallback(), TextSearchEngine.OpenSearch, count: 1);
    }

    [Fact]
    public async Task ChangesThatWentElsewhere_AreMissing()
    {
        var index = await FilledAsync("run 1");
        var other = Options();
        other.Endpoint = new Uri("https://other.test");
        foreach (var elsewhere in (OpenSearchOptions[])[new OpenSearchOptions(), other])
        {
            await IndexOf(elsewhere).ChangeHandler().HandleAsync(Change(), Ct);
            await AnswersAsync(IndexOf().WithTrigramFallback(), TextSearchEngine.Trigrams, count: 1);
            await IsIncompleteAsync(IndexOf(), "is kept at another address");

            // The worker has the right address again; what it missed is missing, until the next backfill.
            await index.ChangeHandler().HandleAsync(Change(), Ct);
            await IsIncompleteAsync(IndexOf(), "No backfill has filled");

            // A worker that has the wrong one still, while the backfill runs.
            var part = await index.BackfillAsync(new SweepOptions { PageSize = 1, MaxCapacityUnits = 0.5 }, Ct);
            await IndexOf(elsewhere).ChangeHandler().HandleAsync(Change(), Ct);
            Assert.False((await index.BackfillAsync(new SweepOptions { From = part.Next }, Ct)).IsComplete);
            Assert.True((await index.BackfillAsync(cancellationToken: Ct)).IsComplete);
            await AnswersAsync(IndexOf().WithTrigramFallback(), TextSearchEngine.OpenSearch, count: 1);
        }
    }

    private static Change<Person> Change() => new()
    {
        Kind = ChangeKind.Insert,
        Key = Person.Key("0"),
        New = new Person { Id = "0", Tenant = "a", Name = "run 1" },
        SequenceNumber = SequenceNumber.Parse("1"),
    };

    private static async Task AnswersAsync(ITextSearch<Person> search, TextSearchEngine engine, int count = 10)
    {
        var page = await search.SearchAsync(For("run"), Ct);
        Assert.Equal((engine, count), (page.Engine, page.Items.Count));
    }

    private async Task IsIncompleteAsync(OpenSearchIndex<Person> index, string problem)
    {
        Clock.Advance(TimeSpan.FromSeconds(11));
        var failed = await Assert.ThrowsAsync<OpenSearchException>(() => index.SearchAsync(For("run"), Ct));
        Assert.Equal("incomplete_index", failed.ErrorType);
        Assert.Contains(problem, failed.Message, StringComparison.Ordinal);
    }

    private async Task CreateAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await Persons.CreateAsync(new Person { Id = $"{i}", Tenant = "a", Name = $"run {i}" }, Ct);
    }
}

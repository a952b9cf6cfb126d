using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>The repair of trigram indexes, which also indexes items from before the attribute.</summary>
public sealed class TrigramRepairTests : IndexedTests
{
    [Fact]
    public async Task SoundTable_IsLeftAlone()
    {
        for (var i = 0; i < 5; i++)
            await Persons.CreateAsync(Ada with { Id = $"{i}" }, Ct);
        var before = await PostingsAsync();
        Clock.Advance(TimeSpan.FromDays(1));
        var result = await Persons.RepairTrigramsAsync(cancellationToken: Ct);
        Assert.Equal((null, 5, 0, 0, 0), (result.Next, result.Scanned, result.Indexed, result.Added, result.Removed));
        Assert.Equal(before, await PostingsAsync());
    }

    [Fact]
    public async Task ItemsFromBeforeTheAttribute_AreIndexed_InAsManyCallsAsTheCapacityNeeds()
    {
        for (var i = 0; i < 10; i++)
            await StoreAsync($"{i}", $"person {i}");
        Assert.Empty(await FindAsync("person"));
        var (indexed, calls, scanned, pages) = (0L, 0, 0L, 0);
        string? next = null;
        do
        {
            var options = new SweepOptions
            {
                From = next,
                PageSize = 3,
                MaxCapacityUnits = 1,
                OnPage = (_, _) =>
                {
                    pages++;
                    return Task.CompletedTask;
                },
            };
            var result = await Persons.RepairTrigramsAsync(options, cancellationToken: Ct);
            (next, indexed, scanned, calls) = (result.Next, indexed + result.Indexed, scanned + result.Scanned, calls + 1);
        }
        while (next is not null);

        Assert.Equal(10, indexed);
        Assert.True(calls > 5);
        Assert.True(pages >= calls);
        Assert.Equal(10, (await FindAsync("person")).Count);
        await CheckPostingsAsync();

        // What is indexed now can be changed by the verbs.
        await Persons.ChangeAsync(Person.Key("1"), person => person with { Name = "other" }, Ct);
        await CheckPostingsAsync();
    }

    [Fact]
    public async Task MissingPostings_AreWritten_AndSurplusOnesDeleted()
    {
        await Persons.CreateAsync(Ada, Ct);
        await Persons.CreateAsync(Ada with { Id = "2" }, Ct);
        var before = await PostingsAsync();

        // Another program writes without the index, and someone deletes a posting.
        await Engine.ExecuteAsync(
            "DeleteItem", """{"TableName":"persons","Key":{"pk":{"S":"PERSON#2"},"sk":{"S":"PERSON"}}}""", Ct);
        var key = before.Where(static one => one.Contains("PERSON%231", StringComparison.Ordinal) && !one.Any(char.IsControl))
            .Select(static one => one.Split(' ')).First(static parts => parts.Length == 3);
        await Engine.ExecuteAsync(
            "DeleteItem", $$"""{"TableName":"persons","Key":{"pk":{"S":"{{key[0]}}"},"sk":{"S":"{{key[1]}}"} } }""", Ct);

        // A posting may be one whose item is about to be written.
        var result = await Persons.RepairTrigramsAsync(cancellationToken: Ct);
        Assert.Equal((1, 1, 0), (result.Indexed, result.Added, result.Removed));
        Clock.Advance(TimeSpan.FromHours(2));
        result = await Persons.RepairTrigramsAsync(cancellationToken: Ct);
        Assert.Equal((0, before.Count / 2), (result.Added, result.Removed));
        await CheckPostingsAsync();
    }

    /// <summary>Other types of the table have indexes of their own, which the repair of one type does not touch.</summary>
    [Fact]
    public async Task OtherTypes_AreLeftAlone()
    {
        await Tracks.CreateAsync(new Track { Id = "1", Title = "Blue", Artist = "Joni", Label = "Reprise" }, Ct);
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, (await Persons.RepairTrigramsAsync(cancellationToken: Ct)).Removed);
        await CheckPostingsAsync();
    }

    [Fact]
    public async Task Text_ThatIsNotARepairs_IsRefused() => await Assert.ThrowsAsync<ArgumentException>(
        () => Persons.RepairTrigramsAsync(new SweepOptions { From = "x" }, cancellationToken: Ct));

    private Task StoreAsync(string id, string name) => Engine.ExecuteAsync(
        "PutItem",
        $$"""
        {"TableName":"persons","Item":{"pk":{"S":"PERSON#{{id}}"},"sk":{"S":"PERSON"},"id":{"S":"{{id}}"},"tenant":{"S":"a"},
         "name":{"S":"{{name}}"},"age":{"N":"0"} } }
        """,
        Ct);
}

using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Support;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Patterns.Search;

/// <summary>Writes of items with trigram indexes that their writers keep.</summary>
public sealed class IndexedWriteTests : IndexedTests
{
    [Fact]
    public async Task Verbs_KeepThePostings()
    {
        await Persons.CreateAsync(Ada, Ct);
        await CheckPostingsAsync();
        Assert.Equal(["1"], await FindAsync("Love"));

        await Persons.ChangeAsync(Person.Key("1"), person => person with { Name = "Ada Byron" }, Ct);
        await CheckPostingsAsync();
        Assert.Empty(await FindAsync("Love"));
        Assert.Equal(["1"], await FindAsync("Byron"));

        var stored = (await Persons.GetAsync(Person.Key("1"), true, Ct))!;
        await Persons.ChangeAsync(stored, stored with { Tenant = "b", Nickname = null }, Ct);
        await CheckPostingsAsync();
        Assert.Empty(await FindAsync("Byron"));

        await Persons.RemoveAsync(Person.Key("1"), Ct);
        Assert.Empty(await PostingsAsync());
    }

    [Fact]
    public async Task ItemInMemory_HasTheStampsAfterTheWrite_AndIsEqualNevertheless()
    {
        var ada = Ada;
        await Persons.CreateAsync(ada, Ct);
        Assert.Equal(Ada, ada);
        Assert.Equal(ada, await Persons.GetAsync(Person.Key("1"), true, Ct));
        var byron = ada with { Name = "Ada Byron" };
        await Persons.ChangeAsync(ada, byron, Ct);
        await Persons.DeleteAsync(byron, Ct);
        Assert.Empty(await PostingsAsync());
        await Persons.DeleteAsync(byron, Ct);
    }

    [Fact]
    public async Task Change_WritesTheDifferenceAlone()
    {
        await Persons.CreateAsync(Ada, Ct);
        var before = await PostingsAsync();
        using var recording = new RecordingTransport(new Undisposed(Engine));
        using var client = new DynamoClient(recording);
        var table = client.Table<Person>();
        await table.ChangeAsync(Person.Key("1"), person => person with { Age = 36 }, Ct);
        Assert.Equal(new[] { DynamoOperation.GetItem, DynamoOperation.PutItem }.Order(), recording.Operations.Order());
        Assert.Equal(before, await PostingsAsync());

        // The postings of the other text stay, with their stamp.
        await table.ChangeAsync(Person.Key("1"), person => person with { Nickname = "Enchantress" }, Ct);
        Assert.Equal(before.Where(IsOfName), (await PostingsAsync()).Where(IsOfName));
        await CheckPostingsAsync();

        static bool IsOfName(string posting) => posting.StartsWith("TRIGRAM#Person.Tenant+Name#", StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutdatedItem_ChangesAndDeletesNothing()
    {
        var ada = Ada;
        await Persons.CreateAsync(ada, Ct);
        await Persons.ChangeAsync(Person.Key("1"), person => person with { Name = "Ada Byron" }, Ct);
        var failed = await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => Persons.ChangeAsync(ada, ada with { Name = "Ada King" }, Ct));
        Assert.Contains("indexed texts", failed.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Persons.ChangeAsync(ada, ada with { Age = 1 }, Ct));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Persons.DeleteAsync(ada, Ct));
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Persons.CreateAsync(Ada, Ct));
        await CheckPostingsAsync();
        Assert.Equal(["1"], await FindAsync("Byron"));
    }

    [Fact]
    public async Task WritesThatDoNotKnowTheTexts_FailBeforeTheyAreSent()
    {
        await Persons.CreateAsync(Ada, Ct);
#pragma warning disable DTK0093, DTK0097
        await Assert.ThrowsAsync<InvalidOperationException>(() => Persons.PutAsync(Ada, Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Persons.Put(Ada).IfExists().ExecuteAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Persons.DeleteAsync(Person.Key("1"), Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.TransactWriteAsync([Persons.Delete(Person.Key("1"))], Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Db.BatchWriteAsync([Persons.Put(Ada)], Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Db.BatchWriteAsync([Persons.Delete(Ada)], Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Tracks.RestoreAsync(Track.Key("1"), Ct));
#pragma warning restore DTK0093, DTK0097
        Assert.Throws<ArgumentException>(() => Persons.Update(Person.Key("1")).Set(new Person.Attributes().Name, "x"));
        Assert.Throws<ArgumentException>(() => Persons.Update(Person.Key("1")).Set(new Person.Attributes().Tenant, "x"));
        Assert.Throws<ArgumentException>(() => Tracks.Update(Track.Key("1")).Set(new Track.Attributes().Expires, Start));
        await CheckPostingsAsync();

        // An update of other members is an ordinary one.
        await Persons.Update(Person.Key("1")).Set(person => person.Age, 36).ExecuteAsync(Ct);
        await Persons.ChangeAsync(Person.Key("1"), person => person with { Name = "b" }, Ct);
        Assert.Equal(36, (await Persons.GetAsync(Person.Key("1"), true, Ct))!.Age);
        await CheckPostingsAsync();
    }

    [Fact]
    public async Task HalfOfASurrogatePair_IsRefused_BeforeAnythingIsSent()
    {
        await Assert.ThrowsAsync<InvalidAttributeValueException>(() => Persons.CreateAsync(Ada with { Name = "a\ud83d" }, Ct));
        Assert.Empty(await PostingsAsync());
    }

    [Fact]
    public async Task UniqueValuesTokensAndExpiry_WorkBesideIndexes()
    {
        var track = new Track { Id = "1", Isrc = "X", Title = "Blue", Artist = "Joni", Label = "Reprise", Expires = Start.AddHours(1) };
        await Tracks.CreateAsync(track, Ct);
        Assert.Equal(1, track.Token);
        await CheckPostingsAsync();

        // A taken value: the postings of the loser are withdrawn.
        await Assert.ThrowsAsync<UniqueValueTakenException>(
            () => Tracks.CreateAsync(new Track { Id = "2", Isrc = "X", Title = "Red" }, Ct));
        await CheckPostingsAsync();
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => Tracks.CreateAsync(new Track { Id = "1", Isrc = "Y", Title = "Red" }, Ct));
        await CheckPostingsAsync();

        await Tracks.ChangeAsync(Track.Key("1"), Edit(static one => (one.Isrc, one.Artist) = ("Y", "Joni Mitchell")), Ct);
        await CheckPostingsAsync();
        await Tracks.ChangeAsync(Track.Key("1"), Edit(static one => one.Label = null), Ct);
        await CheckPostingsAsync();
        Assert.DoesNotContain(await PostingsAsync(), static one => one.StartsWith("TRIGRAM#artist#", StringComparison.Ordinal));

        // Postings expire with their item.
        await Tracks.ChangeAsync(Track.Key("1"), Edit(static one => (one.Label, one.Expires) = ("Asylum", Start.AddHours(2))), Ct);
        await CheckPostingsAsync();
        Assert.All(
            await PostingsAsync(),
            static one => Assert.EndsWith($" {Start.AddHours(2).ToUnixTimeSeconds()}", one, StringComparison.Ordinal));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Tracks.DeleteAsync(track, Ct));
        await Tracks.RemoveAsync(Track.Key("1"), Ct);
        Assert.Empty(await PostingsAsync());

        static Func<Track, Track> Edit(Action<Track> edit) => one =>
        {
            edit(one);
            return one;
        };
    }

    [Fact]
    public async Task Transactions_TakeThePostingsAlong()
    {
        var ada = Ada;
        await Persons.CreateAsync(ada, Ct);
        var byron = ada with { Name = "Ada Byron" };
        var grace = new Person { Id = "2", Tenant = "a", Name = "Grace" };
        await Db.TransactWriteAsync([Persons.Change(ada, byron), Persons.Put(grace).IfNotExists()], Ct);
        await CheckPostingsAsync();
        Assert.Equal(["2"], await FindAsync("Grace"));

        // What a canceled transaction has written is withdrawn.
        await Assert.ThrowsAsync<TransactWriteCanceledException>(() => Db.TransactWriteAsync(
            [Persons.Delete(grace), Persons.Change(ada, ada with { Name = "Ada King" }), Persons.Put(Ada with { Id = "3" }).IfNotExists()],
            Ct));
        await CheckPostingsAsync();

        await Db.TransactWriteAsync([Persons.Delete(grace), Persons.Change(byron, byron with { Name = "Ada King" })], Ct);
        await CheckPostingsAsync();
        Assert.Empty(await FindAsync("Grace"));
        Assert.Equal(["1"], await FindAsync("King"));
    }

    [Fact]
    public async Task Capacity_IncludesThePostings()
    {
        // Five trigrams and the list of all texts: six postings and the item.
        var create = await Persons.Put(new Person { Id = "1", Tenant = "a", Name = "Grace" }).IfNotExists().ReturnConsumedCapacity()
            .ExecuteAsync(Ct);
        var count = (await PostingsAsync()).Count;
        Assert.Equal(count + 1, create.ConsumedCapacity!.CapacityUnits);
        var stored = (await Persons.GetAsync(Person.Key("1"), true, Ct))!;
        var result = await Db.TransactWriteAsync(
            [Persons.Delete(stored)], new TransactWriteOptions { ReturnConsumedCapacity = CapacityDetail.Total }, Ct);
        Assert.Equal(count + 2, Assert.Single(result.ConsumedCapacity).CapacityUnits);
    }
}

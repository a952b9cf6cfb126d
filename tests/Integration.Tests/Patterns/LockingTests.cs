using System.Globalization;
using System.Text;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Integration.Tests.Patterns;

/// <summary>Writes with a concurrency token, alone.</summary>
public sealed class LockingTests : PatternTests
{
    [Fact]
    public async Task Numbers_CountTheWritesFrom1()
    {
        var draft = await CreatedAsync();
        Assert.Equal(1, draft.Version);

        draft.Title = "b";
        await Drafts.PutAsync(draft, Ct);
        Assert.Equal(2, draft.Version);

        await Drafts.Put(draft).ReturnConsumedCapacity().ExecuteAsync(Ct);
        Assert.Equal((3, 3), (draft.Version, (await StoredAsync()).Version));
    }

    [Fact]
    public async Task Put_WithAnOldToken_ThrowsAndChangesNothing()
    {
        await CreatedAsync();
        var (mine, theirs) = (await StoredAsync(), await StoredAsync());
        theirs.Title = "theirs";
        await Drafts.PutAsync(theirs, Ct);

        mine.Title = "mine";
        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Drafts.PutAsync(mine, Ct));

        Assert.Equal(("1", "2"), (conflict.ExpectedToken, conflict.FoundToken));
        Assert.Equal((KeyValue.Of("1"), true), (conflict.PartitionKey, conflict.SortKey.IsNone));
        Assert.Equal("theirs", conflict.CurrentItem<Draft>()!.Title);
        Assert.Contains("Its concurrency token is '2', but the write expected '1'", conflict.Message, StringComparison.Ordinal);
        Assert.Equal(1, mine.Version);
        Assert.Equal("theirs", (await StoredAsync()).Title);

        // The token did not advance, so the program can see that it is outdated, and a second try does not conflict with itself.
        mine.Version = 2;
        await Drafts.PutAsync(mine, Ct);
        Assert.Equal(("mine", 3), ((await StoredAsync()).Title, mine.Version));
    }

    [Fact]
    public async Task Put_OfAnItemThatDoesNotExist_IsAConflictWithoutAFoundToken()
    {
        var draft = new Draft { Id = "1", Version = 0 };
        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Drafts.PutAsync(draft, Ct));
        Assert.Equal(("0", null), (conflict.ExpectedToken, conflict.FoundToken));
        Assert.Contains("CreateAsync", conflict.Message, StringComparison.Ordinal);
        Assert.Null(conflict.CurrentItem<Draft>());
    }

    [Fact]
    public async Task Put_WithoutAToken_IsRefusedBeforeSending()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Drafts.PutAsync(new Draft { Id = "1" }, Ct));
        Assert.Contains("'v' is null", error.Message, StringComparison.Ordinal);
        Assert.Contains("CreateAsync", error.Message, StringComparison.Ordinal);
        Assert.Null(await Drafts.GetAsync(Draft.Key("1"), true, Ct));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task FirstNumber_OfTheSdks_IsAsGoodAsOurs(long first)
    {
        // The .NET SDK's version attribute begins with 0, Java's with 1. Nothing is inferred from the number.
        await CreatedAsync();
        await PutRawAsync(first.ToString(CultureInfo.InvariantCulture));
        var draft = await StoredAsync();
        await Drafts.PutAsync(draft, Ct);
        Assert.Equal(first + 1, draft.Version);
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Drafts.CreateAsync(new Draft { Id = "1" }, Ct));
    }

    [Fact]
    public async Task Create_OfAnItemThatExists_IsNoConflict()
    {
        await CreatedAsync();
        var other = new Draft { Id = "1", Version = 7 };
        var failed = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => Drafts.CreateAsync(other, Ct));
        Assert.IsNotType<ConcurrencyConflictException>(failed);
        Assert.Equal(7, other.Version);
    }

    [Fact]
    public async Task OwnCondition_ThatDoesNotHold_IsNoConflict()
    {
        var draft = await CreatedAsync();
        var failed = await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => Drafts.Put(draft).If(d => d.Title == "other").ExecuteAsync(Ct));
        Assert.IsNotType<ConcurrencyConflictException>(failed);
        Assert.Equal(1, draft.Version);

        await Drafts.Put(draft).If(d => d.Title == "a").IfExists().ExecuteAsync(Ct);
        Assert.Equal(2, draft.Version);
    }

    [Fact]
    public async Task ExpectedToken_WinsOverTheMember()
    {
        var draft = await CreatedAsync();
        draft.Version = 99;
        await Drafts.Put(draft).IfConcurrencyToken(1).ExecuteAsync(Ct);
        Assert.Equal((2, 2), (draft.Version, (await StoredAsync()).Version));

        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => Drafts.Put(draft).IfConcurrencyToken(1).ExecuteAsync(Ct));
        Assert.Equal(("1", "2"), (conflict.ExpectedToken, conflict.FoundToken));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => Drafts.Update(Draft.Key("1")).Set(d => d.Count, 1).IfConcurrencyToken(1).ExecuteAsync(Ct));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => Drafts.Delete(Draft.Key("1")).IfConcurrencyToken(1).ExecuteAsync(Ct));
        Assert.Throws<ArgumentException>(() => Drafts.Put(draft).IfConcurrencyToken("1"));
        Assert.Throws<InvalidOperationException>(() => Db.Table<Run>().Update(Run.Key("1")).IfConcurrencyToken(1));
    }

    [Fact]
    public async Task Update_ByKey_IsNotComparedButChangesTheToken()
    {
        var draft = await CreatedAsync();
        await Drafts.Update(Draft.Key("1")).Set(d => d.Count, 5).ExecuteAsync(Ct);
        Assert.Equal((5, 2), ((await StoredAsync()).Count, (await StoredAsync()).Version));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Drafts.PutAsync(draft, Ct));

        // Through a view, too.
        await Db.Table<DraftTitle>().Update(DraftTitle.Key("1")).Set(d => d.Title, "view").ExecuteAsync(Ct);
        Assert.Equal(("view", 3), ((await StoredAsync()).Title, (await StoredAsync()).Version));
    }

    [Fact]
    public async Task Update_OfAnItem_ComparesItsToken()
    {
        var draft = await CreatedAsync();
        var result = await Drafts.Update(draft).Set(d => d.Title, "b").ReturnNew().ExecuteAsync(Ct);
        Assert.Equal(("b", 2), (result.Item!.Title, result.Item.Version));

        // The item in memory has the old title, so it keeps the old token: a put of it would undo the update.
        Assert.Equal(1, draft.Version);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Drafts.PutAsync(draft, Ct));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Drafts.Update(draft).Set(d => d.Title, "c").ExecuteAsync(Ct));
        await Drafts.Update(result.Item).Set(d => d.Title, "c").ExecuteAsync(Ct);
        Assert.Equal(("c", 3), ((await StoredAsync()).Title, (await StoredAsync()).Version));
    }

    [Fact]
    public async Task Update_ThatOnlyRemoves_CreatesNoItem()
    {
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(
            () => Drafts.Update(Draft.Key("1")).Remove(d => d.Title).ExecuteAsync(Ct));
        Assert.Null(await Drafts.GetAsync(Draft.Key("1"), true, Ct));

        await CreatedAsync();
        await Drafts.Update(Draft.Key("1")).Remove(d => d.Title).ExecuteAsync(Ct);
        Assert.Equal((null, 2), ((await StoredAsync()).Title, (await StoredAsync()).Version));
    }

    [Fact]
    public void Token_CannotBeSet()
    {
        string[] stamps = [nameof(Draft.Version), nameof(Draft.UpdatedAt), nameof(Draft.CreatedAt)];
        Assert.DoesNotContain(typeof(Draft.UpdatableAttributes).GetProperties(), token => stamps.Contains(token.Name));
        var error = Assert.Throws<ArgumentException>(() => Drafts.Update(Draft.Key("1")).Remove(new Draft.Attributes().Version));
        Assert.Contains("every update sets it by itself", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_OfAnItem_ComparesItsToken_AndByKeyDoesNot()
    {
        var draft = await CreatedAsync();
        await Drafts.Update(Draft.Key("1")).Set(d => d.Count, 5).ExecuteAsync(Ct);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Drafts.DeleteAsync(draft, Ct));
        Assert.NotNull(await StoredAsync());

        await Drafts.DeleteAsync(await StoredAsync(), Ct);
        Assert.Null(await StoredAsync());

        // What the caller wants is already so.
        await Drafts.DeleteAsync(draft, Ct);

        await CreatedAsync();
        await Drafts.DeleteAsync(Draft.Key("1"), Ct);
        Assert.Null(await StoredAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Drafts.DeleteAsync(new Draft { Id = "1" }, Ct));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Drafts.Delete(draft).IfExists().ExecuteAsync(Ct));
    }

    [Fact]
    public async Task Unguarded_PutsOfTexts_HaveTheirName()
    {
        var note = new Note("1", "a");
        await Notes.CreateAsync(note, Ct);
        Assert.Equal(32, note.Token!.Length);
        var first = note.Token;
        var stale = note with { Text = "b", Token = "stale" };
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Notes.PutAsync(stale, Ct));
        await Notes.Put(stale).IgnoreConcurrencyToken().ExecuteAsync(Ct);
        Assert.Equal(stale, await Notes.GetAsync(Note.Key("1"), true, Ct));
        Assert.DoesNotContain(stale.Token, new[] { first, "stale" });

        var draft = await CreatedAsync();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Drafts.Put(draft).IgnoreConcurrencyToken().ExecuteAsync(Ct));
        Assert.Contains("that it does not know", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Db.Table<Metric>().Delete(Metric.Key("1", "a", 1)).IfConcurrencyToken("x"));
    }

    [Fact]
    public async Task Conflict_WithAnotherTypeOfTheFamily_HasNoCurrentItemOfTheWritesType()
    {
        await Db.Table<Parrot>().CreateAsync(new Parrot { Id = "1", Says = "hello" }, Ct);
        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(
            () => Db.Table<Goldfish>().PutAsync(new Goldfish { Id = "1", Laps = 7 }, Ct));
        Assert.Null(conflict.CurrentItem<Goldfish>());
        Assert.Equal("hello", Assert.IsType<Parrot>(conflict.CurrentItem<Pet>()).Says);
    }

    [Fact]
    public async Task Family_IsLockedThroughItsBaseClass()
    {
        var parrot = new Parrot { Id = "1", Says = "hello" };
        var pets = Db.Table<Pet>();
        await pets.CreateAsync(parrot, Ct);
        Assert.NotEqual(Guid.Empty, parrot.Token);

        var mine = (Parrot)(await pets.GetAsync(Pet.Key("1"), true, Ct))!;
        Assert.Equal(parrot.Token, mine.Token);
        mine.Says = "mine";
        await Db.Table<Parrot>().PutAsync(mine, Ct);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => pets.PutAsync(parrot, Ct));
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => pets.DeleteAsync(parrot, Ct));
        await pets.DeleteAsync(mine, Ct);
    }

    [Fact]
    public async Task View_DoesNotHoldTheToken()
    {
        await CreatedAsync();
        var view = (await Db.Table<DraftTitle>().GetAsync(DraftTitle.Key("1"), true, Ct))!;
        Assert.Throws<InvalidOperationException>(() => Db.Table<DraftTitle>().Update(view));
        Assert.Throws<InvalidOperationException>(() => Db.Table<DraftTitle>().Delete(view));
        await Db.Table<DraftTitle>().Update(DraftTitle.Key("1")).Set(d => d.Title, "b").IfConcurrencyToken(1).ExecuteAsync(Ct);
    }

    [Fact]
    public async Task Canceled_WriteChangesNothing()
    {
        var draft = await CreatedAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Drafts.PutAsync(draft, new CancellationToken(canceled: true)));
        Assert.Equal(1, draft.Version);
    }

    private async Task PutRawAsync(string version)
    {
        var json = $$$"""
            {"TableName":"drafts","Item":{"id":{"S":"1"},"count":{"N":"0"},"v":{"N":"{{{version}}}"},
             "createdAt":{"S":"2026-11-29T00:00:00.0000000Z"} } }
            """;
        using var response = await Engine.SendAsync(
            new DynamoRequest(DynamoOperation.PutItem, Encoding.UTF8.GetBytes(json), "drafts"), Ct);
    }
}

using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Patterns;

/// <summary>Concurrency tokens and times in transactions and batches.</summary>
public sealed class LockedTransactionTests : PatternTests
{
    [Fact]
    public async Task Transaction_CarriesTheConditions_AndAssignsTheTokensAfterSuccess()
    {
        var (first, second, third) = (await CreatedAsync("1"), await CreatedAsync("2"), await CreatedAsync("3"));
        var note = new Note("n", "x");
        var fresh = new Draft { Id = "4" };

        await Db.TransactWriteAsync(
            [
                Drafts.Put(first),
                Drafts.Update(second).Set(d => d.Count, 1),
                Drafts.Delete(third),
                Notes.Put(note).IfNotExists(),
                Drafts.Put(fresh).IfNotExists(),
            ],
            Ct);

        Assert.Equal((2, 1, 1), (first.Version, second.Version, fresh.Version));
        Assert.Equal(2, (await StoredAsync("2")).Version);
        Assert.Null(await StoredAsync("3"));
        Assert.Equal(note, await Notes.GetAsync(Note.Key("n"), true, Ct));
        Assert.NotNull(note.Token);
    }

    [Fact]
    public async Task LostRace_CancelsTheTransactionAndNamesTheTokens()
    {
        var (first, second) = (await CreatedAsync("1"), await CreatedAsync("2"));
        await Drafts.Update(Draft.Key("2")).Set(d => d.Count, 5).ExecuteAsync(Ct);
        var put = Drafts.Put(first);
        var lost = Drafts.Put(second);

        var canceled = await Assert.ThrowsAsync<TransactWriteCanceledException>(() => Db.TransactWriteAsync([put, lost], Ct));

        var failure = Assert.Single(canceled.Failures);
        Assert.Same(lost, failure.Operation);
        Assert.True(failure.IsConcurrencyConflict);
        Assert.Equal(("1", "2"), (failure.ExpectedToken, failure.FoundToken));
        Assert.Equal(5, failure.CurrentItem<Draft>()!.Count);
        Assert.Contains("another writer changed the item", canceled.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), (first.Version, second.Version));
        Assert.Equal(1, (await StoredAsync("1")).Version);
    }

    [Fact]
    public async Task OtherConditions_AreNoConflicts()
    {
        var draft = await CreatedAsync();
        var put = Drafts.Put(draft).If(d => d.Title == "z");
        var canceled = await Assert.ThrowsAsync<TransactWriteCanceledException>(() => Db.TransactWriteAsync([put], Ct));
        Assert.False(Assert.Single(canceled.Failures).IsConcurrencyConflict);
    }

    [Fact]
    public async Task Check_ComparesATokenThatTheTransactionDoesNotWrite()
    {
        await CreatedAsync("1");
        var other = await CreatedAsync("2");
        await Db.TransactWriteAsync([Drafts.Check(Draft.Key("1")).IfConcurrencyToken(1), Drafts.Put(other)], Ct);
        Assert.Equal(2, other.Version);
        await Drafts.Update(Draft.Key("1")).Set(d => d.Count, 1).ExecuteAsync(Ct);
        await Assert.ThrowsAsync<TransactWriteCanceledException>(
            () => Db.TransactWriteAsync([Drafts.Check(Draft.Key("1")).IfConcurrencyToken(1), Drafts.Put(other)], Ct));
        Assert.Equal(2, other.Version);
    }

    [Fact]
    public async Task Batch_RefusesWhatComparesTokens()
    {
        var draft = await CreatedAsync();
        foreach (var refused in new IWriteOperation[] { Drafts.Put(draft), Drafts.Put(draft).IfNotExists(), Drafts.Delete(draft) })
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(() => Db.BatchWriteAsync([refused], Ct));
            Assert.Contains("concurrency token", error.Message, StringComparison.Ordinal);
        }

        await Db.BatchWriteAsync([Drafts.Delete(Draft.Key("1")), Notes.Put(new Note("1", "a")).IgnoreConcurrencyToken()], Ct);
        Assert.Null(await StoredAsync());
        Assert.NotNull((await Notes.GetAsync(Note.Key("1"), true, Ct))!.Token);
    }

    [Fact]
    public async Task Batch_WritesAndAssignsTimes()
    {
        var notes = Enumerable.Range(0, 30).Select(i => new Note($"{i}", "a")).ToList();
        await Db.BatchWriteAsync(notes.Select(note => Notes.Put(note).IgnoreConcurrencyToken()), Ct);
        Assert.All(notes, note => Assert.Equal((Start.ToUnixTimeSeconds(), Start.UtcDateTime), (note.Created, note.Changed)));
        Assert.Equal(notes[29], await Notes.GetAsync(Note.Key("29"), true, Ct));
    }
}

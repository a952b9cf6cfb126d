using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Patterns;

/// <summary>Times of creation and change.</summary>
public sealed class TimesTests : PatternTests
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Put_KeepsTheCreation_AndSetsTheChange()
    {
        var draft = await CreatedAsync();
        Assert.Equal((Start, Start), (draft.CreatedAt, draft.UpdatedAt));

        Clock.Advance(Later);
        await Drafts.PutAsync(draft, Ct);
        Assert.Equal((Start, Start + Later), (draft.CreatedAt, draft.UpdatedAt));
        Assert.Equal((Start, Start + Later), ((await StoredAsync()).CreatedAt, (await StoredAsync()).UpdatedAt));
    }

    [Fact]
    public async Task FailedWrite_ChangesNoTimeInMemory()
    {
        var draft = await CreatedAsync();
        Clock.Advance(Later);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => Drafts.Put(draft).IfConcurrencyToken(9).ExecuteAsync(Ct));
        Assert.Equal(Start, draft.UpdatedAt);
        var other = new Draft { Id = "1" };
        await Assert.ThrowsAnyAsync<Exception>(() => Drafts.CreateAsync(other, Ct));
        Assert.Equal((default, null), (other.CreatedAt, other.UpdatedAt));
    }

    [Fact]
    public async Task GivenCreation_IsKept()
    {
        var imported = new Draft { Id = "1", CreatedAt = Start.AddYears(-1) };
        await Drafts.CreateAsync(imported, Ct);
        Assert.Equal((Start.AddYears(-1), Start), ((await StoredAsync()).CreatedAt, (await StoredAsync()).UpdatedAt));
    }

    [Fact]
    public async Task Update_KeepsTheCreation_AndSetsTheChange()
    {
        await CreatedAsync();
        Clock.Advance(Later);
        await Drafts.Update(Draft.Key("1")).Set(d => d.Count, 1).ExecuteAsync(Ct);
        Assert.Equal((Start, Start + Later), ((await StoredAsync()).CreatedAt, (await StoredAsync()).UpdatedAt));

        // One that creates the item sets both.
        await Drafts.Update(Draft.Key("2")).Set(d => d.Count, 1).ExecuteAsync(Ct);
        Assert.Equal((Start + Later, Start + Later), ((await StoredAsync("2")).CreatedAt, (await StoredAsync("2")).UpdatedAt));
    }

    [Fact]
    public async Task Indexes_FollowTheTimes()
    {
        await CreatedAsync("1");
        Clock.Advance(Later);
        await CreatedAsync("2");
        Clock.Advance(Later);
        await Drafts.Update(Draft.Key("3")).Set(d => d.Count, 1).ExecuteAsync(Ct);
        Clock.Advance(Later);
        await Drafts.PutAsync(await StoredAsync("2"), Ct);
        Clock.Advance(Later);
        await Drafts.Update(Draft.Key("1")).Set(d => d.Count, 1).ExecuteAsync(Ct);

        Assert.Equal(["3", "2", "1"], (await Drafts.Query(Draft.Index.ByChange()).ToListAsync(Ct)).Select(draft => draft.Id));
        Assert.Equal(["1", "2", "3"], (await Drafts.Query(Draft.Index.ByCreation()).ToListAsync(Ct)).Select(draft => draft.Id));
        Assert.Equal(
            ["1"],
            (await Drafts.Query(Draft.Index.ByChange(), Draft.Index.ByChangeSortKey.AtLeast(Start + (4 * Later))).ToListAsync(Ct))
                .Select(draft => draft.Id));
    }

    [Fact]
    public async Task Seconds_AreThoseThatAreRead()
    {
        var note = new Note("1", "a");
        await Notes.CreateAsync(note, Ct);
        Assert.Equal((Start.ToUnixTimeSeconds(), Start.UtcDateTime), (note.Created, note.Changed));
        Assert.Equal(note, await Notes.GetAsync(Note.Key("1"), true, Ct));
        Clock.Advance(Later);
        await Notes.Update(note).Set(n => n.Text, "b").ExecuteAsync(Ct);
        var stored = (await Notes.GetAsync(Note.Key("1"), true, Ct))!;
        Assert.Equal((Start.ToUnixTimeSeconds(), (Start + Later).UtcDateTime), (stored.Created, stored.Changed));
    }
}

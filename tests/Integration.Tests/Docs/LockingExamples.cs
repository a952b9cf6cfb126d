using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Integration.Tests.Patterns;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/patterns/optimistic-locking.md</c> run; a test compares them with the page.</summary>
public sealed class LockingExamples : PatternTests
{
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Puts_CompareTheToken()
    {
        var (db, drafts, notes, id) = (Db, Drafts, Notes, "1");

        // example: create-put
        var draft = new Draft { Id = id, Title = "Plan" };
        await drafts.CreateAsync(draft, ct);                    // must not exist; draft.Version is 1 now

        draft.Title = "Better plan";
        await drafts.PutAsync(draft, ct);                       // only if the stored version is 1; then draft.Version is 2
        // end

        Assert.Equal(2, draft.Version);
        await drafts.Update(Draft.Key(id)).Set(d => d.Count, 1).ExecuteAsync(ct);
        string? title = null;

        // example: conflict
        try
        {
            await drafts.PutAsync(draft, ct);
        }
        catch (ConcurrencyConflictException conflict)           // a ConditionalCheckFailedException
        {
            // expected 2, found 3
            Console.WriteLine($"expected {conflict.ExpectedToken}, found {conflict.FoundToken}");
            title = conflict.CurrentItem<Draft>()?.Title;       // the item as it is now: no second read
        }

        // end
        Assert.Equal("Better plan", title);

        // example: retry
        for (var attempt = 1; ; attempt++)
        {
            var latest = await drafts.GetAsync(Draft.Key(id), consistentRead: true, ct)
                ?? throw new InvalidOperationException("The draft was deleted.");
            latest.Count += 10;
            try
            {
                await drafts.PutAsync(latest, ct);
                break;
            }
            catch (ConcurrencyConflictException) when (attempt < 10)
            {
                // Another writer was faster. Read again.
            }
        }

        // end
        draft = (await drafts.GetAsync(Draft.Key(id), true, ct))!;
        Assert.Equal(11, draft.Count);
        long versionOfBrowser = 4;

        // example: expected
        await drafts.Put(draft).IfConcurrencyToken(versionOfBrowser).ExecuteAsync(ct);
        // end

        // example: update
        await drafts.Update(Draft.Key(id)).Set(d => d.Count, 0).ExecuteAsync(ct);      // compares nothing, adds 1 to the version

        draft = (await drafts.GetAsync(Draft.Key(id), consistentRead: true, ct))!;
        var updated = await drafts.Update(draft).Set(d => d.Title, "New").ReturnNew().ExecuteAsync(ct);     // compares the version
        draft = updated.Item!;                                  // the item in memory did not change: use the returned one
        // end

        var note = new Note("1", "text");
        await notes.CreateAsync(note, ct);
        var tokenOfBrowser = note.Token!;

        // example: ignore
        await notes.Put(note).IgnoreConcurrencyToken().ExecuteAsync(ct);               // replaces whatever is there

        await notes.Update(Note.Key("1")).Set(n => n.Text, "b").IfConcurrencyToken(note.Token!).ExecuteAsync(ct);
        // end
        Assert.NotEqual(tokenOfBrowser, note.Token);

        var pet = new Parrot { Id = "1" };
        await db.Table<Parrot>().CreateAsync(pet, ct);
        var pets = db.Table<Parrot>();
        var etag = pet.Token;

        // example: guid
        await pets.Update(Parrot.Key("1")).Set(p => p.Says, "hello").IfConcurrencyToken(etag).ExecuteAsync(ct);
        // end

        // example: transaction
        var put = drafts.Put(draft);
        try
        {
            await db.TransactWriteAsync([put, drafts.Put(new Draft { Id = "2" }).IfNotExists()], ct);   // draft.Version changes afterwards
        }
        catch (TransactWriteCanceledException canceled) when (canceled.FailureOf(put) is { IsConcurrencyConflict: true } failure)
        {
            Console.WriteLine($"expected {failure.ExpectedToken}, found {failure.FoundToken}");
        }

        // end
        Assert.Equal(1, (await StoredAsync("2")).Version);

        // example: delete
        await drafts.DeleteAsync(draft, ct);                    // only if the stored version is the draft's, or there is no item
        await drafts.DeleteAsync(Draft.Key("2"), ct);           // compares nothing
        // end
        Assert.Null(await StoredAsync(id));
    }
}

using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Patterns;

/// <summary>Many writers read, change and write one item at the same time.</summary>
public sealed class LockingRaceTests : PatternTests
{
    private const int Writers = 16;
    private const int Rounds = 100;

    [Fact]
    public async Task Puts_LoseNoUpdate()
    {
        await CreatedAsync();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(WriteAsync, Ct)));

        var stored = await StoredAsync();
        Assert.Equal((Writers * Rounds, 1 + (Writers * Rounds)), (stored.Count, stored.Version));

        async Task WriteAsync()
        {
            for (var done = 0; done < Rounds;)
            {
                var draft = await StoredAsync();
                draft.Count++;
                try
                {
                    await Drafts.PutAsync(draft, Ct);
                    done++;
                }
                catch (ConcurrencyConflictException conflict)
                {
                    Assert.NotEqual(conflict.ExpectedToken, conflict.FoundToken);
                }
            }
        }
    }

    [Fact]
    public async Task PutsUpdatesAndTransactions_LoseNoUpdate()
    {
        await Notes.CreateAsync(new Note("1", "0"), Ct);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(writer), Ct)));
        Assert.Equal($"{Writers * Rounds}", (await Notes.GetAsync(Note.Key("1"), true, Ct))!.Text);

        async Task WriteAsync(int writer)
        {
            for (var done = 0; done < Rounds;)
            {
                var note = (await Notes.GetAsync(Note.Key("1"), true, Ct))!;
                var text = $"{int.Parse(note.Text, System.Globalization.CultureInfo.InvariantCulture) + 1}";
                try
                {
                    await ((writer % 3) switch
                    {
                        0 => Notes.PutAsync(note with { Text = text }, Ct),
                        1 => Notes.Update(note).Set(n => n.Text, text).ExecuteAsync(Ct),
                        _ => Db.TransactWriteAsync([Notes.Put(note with { Text = text })], Ct),
                    });
                    done++;
                }
                catch (ConcurrencyConflictException conflict)
                {
                    Assert.NotEqual(conflict.ExpectedToken, conflict.FoundToken);
                }
                catch (Amazon.DynamoDBv2.Model.TransactionConflictException)
                {
                    // Another writer's transaction was at the item. Nothing was written.
                }
                catch (TransactWriteCanceledException canceled)
                {
                    Assert.All(canceled.Failures, failure => Assert.True(
                        failure.IsConcurrencyConflict || failure.Reason is TransactWriteFailureReason.TransactionConflict));
                }
            }
        }
    }
}

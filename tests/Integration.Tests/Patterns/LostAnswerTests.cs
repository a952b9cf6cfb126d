using DynamoToolkit.Integration.Tests.Faults;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local.Server;

namespace DynamoToolkit.Integration.Tests.Patterns;

/// <summary>The server does what a request asks, and the response is lost. The transport sends the same request again.</summary>
public sealed class LostAnswerTests : PatternTests
{
    private int losses;

    [Fact]
    public async Task RandomToken_IsRecognizedAsTheOwnWrite()
    {
        await using var server = await LocalDynamoServer.StartAsync(Engine, cancellationToken: Ct);
        await using var proxy = await FaultyProxy.StartAsync(server.Endpoint, NextFault);
        using var client = Client(proxy);
        var notes = client.Table<Note>();
        var note = new Note("1", "a");

        losses = 1;
        await notes.CreateAsync(note, Ct);
        var created = note.Token;
        losses = 1;
        await notes.PutAsync(note, Ct);
        Assert.Equal(note, await notes.GetAsync(Note.Key("1"), true, Ct));
        Assert.NotEqual(created, note.Token);

        losses = 1;
        var updated = (await notes.Update(note).Set(n => n.Text, "b").ReturnNew().ExecuteAsync(Ct)).Item!;
        Assert.Equal(("b", updated), (updated.Text, await notes.GetAsync(Note.Key("1"), true, Ct)));

        losses = 1;
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => notes.Update(updated).Set(n => n.Text, "c").ReturnOld().ExecuteAsync(Ct));
        var last = (await notes.GetAsync(Note.Key("1"), true, Ct))!;
        Assert.Equal("c", last.Text);

        losses = 1;
        await notes.DeleteAsync(last, Ct);
        Assert.Null(await notes.GetAsync(Note.Key("1"), true, Ct));
        Assert.Equal(0, losses);
    }

    [Fact]
    public async Task Number_IsAConflict_AndNothingIsWrittenTwice()
    {
        await using var server = await LocalDynamoServer.StartAsync(Engine, cancellationToken: Ct);
        await using var proxy = await FaultyProxy.StartAsync(server.Endpoint, NextFault);
        using var client = Client(proxy);
        var drafts = client.Table<Draft>();
        var draft = new Draft { Id = "1" };
        await drafts.CreateAsync(draft, Ct);

        losses = 1;
        draft.Count = 1;
        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(() => drafts.PutAsync(draft, Ct));
        Assert.Equal(("1", "2"), (conflict.ExpectedToken, conflict.FoundToken));
        Assert.Equal((1, 1), (draft.Version, conflict.CurrentItem<Draft>()!.Count));

        // A transaction has a token of its own, by which the service knows it again.
        draft = (await drafts.GetAsync(Draft.Key("1"), true, Ct))!;
        losses = 1;
        draft.Count = 2;
        await client.TransactWriteAsync([drafts.Put(draft)], Ct);
        Assert.Equal((3, 3), (draft.Version, (await StoredAsync()).Version));
    }

    private Fault NextFault() => losses > 0 && losses-- > 0 ? Fault.ErrorAfter : Fault.None;

    private static DynamoClient Client(FaultyProxy proxy)
    {
        var options = new DynamoClientOptions { ServiceEndpoint = proxy.Endpoint };
        return new DynamoClient(options);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Corpus.ChatRooms;
using DynamoToolkit;

namespace Corpus.Programs.ChatHub;

/// <summary>The rooms of a chat.</summary>
public sealed class ChatHub(DynamoClient db)
{
    private readonly DynamoTable<Room> rooms = db.Table<Room>();
    private readonly DynamoTable<Membership> memberships = db.Table<Membership>();
    private readonly DynamoTable<Message> messages = db.Table<Message>();

    public Task SayAsync(string room, string author, string text, CancellationToken cancellationToken) => messages.PutAsync(
        new Message { RoomId = room, MessageId = Ulid(), AuthorId = author, Text = text }, cancellationToken);

    public async Task<bool> EditAsync(string room, string message, string author, string text, CancellationToken cancellationToken)
    {
        try
        {
            await messages.Update(Message.Key(room, message))
                .Set(m => m.Text, text)
                .Set(m => m.EditedAt, DateTimeOffset.UtcNow)
                .If(m => m.AuthorId == author)
                .ExecuteAsync(cancellationToken);
            return true;
        }
        catch (Amazon.DynamoDBv2.Model.ConditionalCheckFailedException)
        {
            return false;
        }
    }

    public Task ReactAsync(string room, string message, string emoji, CancellationToken cancellationToken) =>
        messages.Update(Message.Key(room, message)).Add(m => m.Reactions[emoji], 1).IfExists().ExecuteAsync(cancellationToken);

    /// <summary>The latest messages of a room, over all shards.</summary>
    public Task<Page<Message>> LatestAsync(string room, PageToken? at, CancellationToken cancellationToken) =>
        messages.Query(Message.Partition(room)).Descending().Limit(50).GetPageAsync(at, cancellationToken);

    /// <summary>The rooms of a person: one query, and one batch.</summary>
    public async Task<IReadOnlyList<Room>> RoomsAsync(string user, CancellationToken cancellationToken)
    {
        var all = await memberships.Query(Membership.Index.ByUser(user)).ToListAsync(cancellationToken);
        var read = await rooms.BatchGetAsync(all.Select(one => Room.Key(one.RoomId)), cancellationToken);
        read.ThrowIfIncomplete();
        return read.Items;
    }

    public async Task CloseAsync(string room, CancellationToken cancellationToken)
    {
        await rooms.Update(Room.Key(room)).Set(r => r.IsArchived, true).IfExists().ExecuteAsync(cancellationToken);
        var members = await memberships.Query(Membership.Partition(room)).ToListAsync(cancellationToken);
        var result = await db.BatchWriteAsync(members.Select(memberships.Delete), cancellationToken);
        foreach (var left in result.Unprocessed)
            Console.Error.WriteLine($"still a member: {left}");
    }

    private static string Ulid() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString("x12", null) + Guid.NewGuid().ToString("N");
}

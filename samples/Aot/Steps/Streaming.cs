using AotShop.Model;
using DynamoToolkit;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using DynamoToolkit.Transport;

namespace AotShop.Steps;

/// <summary>A consumer of a table's stream, its dead letters, and the event of a Lambda function.</summary>
internal static class Streaming
{
    public static async Task RunAsync(DynamoClient db)
    {
        // An IAmazonDynamoDB has no streams.
        if (db.Transport is BridgeTransport)
            return;

        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Basket>()).WithStream());
        await db.EnsureTableAsync(StreamTable.Define());
        var basket = new Basket { Customer = Guid.NewGuid(), Total = 5m };
        await db.Table<Basket>().PutAsync(basket);

        var handler = new Totals();
        var consumer = StreamConsumer.For<Basket>(db, new StreamConsumerOptions { MaxAttempts = 1 }).AddHandler(handler);
        using var stop = new CancellationTokenSource();
        var running = consumer.RunAsync(stop.Token);
        while (consumer.Status.ParkedItems == 0 && !running.IsCompleted)
            await Task.Delay(10);
        await stop.CancelAsync();
        await running;

        var letters = 0;
        await foreach (var letter in consumer.ReadDeadLettersAsync())
            letters += letter.Reason.Contains("closed", StringComparison.Ordinal) ? 1 : 0;
        Expect.Equal(1, letters);
        handler.IsOpen = true;
        Expect.Equal(1, (await consumer.ReplayDeadLettersAsync()).Applied);
        Expect.Equal(5m, handler.Total);
        Expect.Equal(0, await consumer.DiscardDeadLettersAsync(static _ => true));

        byte[] none = [.. "{\"Records\":[]}"u8];
        Expect.Equal(0, DynamoStreamEvent.Read<Basket>(none).Count);
        Expect.Equal(24, (await consumer.HandleEventAsync(none)).ToUtf8Json().Length);
        await Indexing.RunAsync(db);
        await db.DeleteTableAsync(StreamTable.Define());
    }
}

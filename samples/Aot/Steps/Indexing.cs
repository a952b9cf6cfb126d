using AotShop.Model;
using DynamoToolkit;
using DynamoToolkit.Hosting;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using Microsoft.Extensions.DependencyInjection;

namespace AotShop.Steps;

/// <summary>A trigram index that a worker keeps.</summary>
internal static class Indexing
{
    public static async Task RunAsync(DynamoClient db)
    {
        await db.EnsureTableAsync(TableDefinition.For(TableModel.Of<Lyric>()).WithStream());
        var lyrics = db.Table<Lyric>();
        var services = new ServiceCollection().AddSingleton(db);
        services.AddDynamoStream<Lyric>().AddTrigramMaterializer<Lyric>();
        await using var provider = services.BuildServiceProvider();
        var consumer = provider.GetRequiredKeyedService<StreamConsumer>("default");
        Expect.Equal(StreamConsumer.For<Lyric>(db).AddTrigramMaterializer<Lyric>().TableName, consumer.TableName);
        await consumer.HandleEventAsync("{\"Records\":[]}"u8.ToArray());
        await lyrics.RepairTrigramsAsync();

        var lyric = new Lyric("1") { Words = "la la la" };
        await lyrics.PutAsync(lyric);
        var change = new Change<Lyric>
        {
            Kind = ChangeKind.Insert,
            Key = Lyric.Key("1"),
            New = lyric,
            SequenceNumber = SequenceNumber.Parse("1"),
        };
        await lyrics.TrigramMaterializer().HandleAsync(change, CancellationToken.None);
        Expect.Equal("1", (await lyrics.Search(Lyric.Trigrams.Words()).Containing("a l").FirstOrDefaultAsync())!.Id);
        await lyrics.DeleteAsync(Lyric.Key("1"));
        Expect.True((await lyrics.RepairTrigramsAsync()) is { Scanned: 0 });
    }
}

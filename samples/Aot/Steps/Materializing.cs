using AotShop.Model;
using DynamoToolkit;
using DynamoToolkit.Hosting;
using DynamoToolkit.Streams;
using Microsoft.Extensions.DependencyInjection;

namespace AotShop.Steps;

/// <summary>Copies and numbers of children in their parents.</summary>
internal static class Materializing
{
    public static async Task RunAsync(DynamoClient db)
    {
        var (shelves, notes) = (db.Table<Shelf>(), db.Table<ShelfNote>());
        var shelf = new Shelf { Id = "m" };
        await shelves.PutAsync(shelf);
        await shelves.Materializer().HandleAsync(Inserted(Shelf.Key("m"), shelf), CancellationToken.None);

        var note = new ShelfNote { Id = "m", Name = "dust", Text = "none" };
        await notes.PutAsync(note);
        var change = Inserted(ShelfNote.Key("m", "dust"), note);
        await shelves.Materializer(Shelf.Materialized.Notes).HandleAsync(change, CancellationToken.None);
        await shelves.Materializer(Shelf.Materialized.NoteCount).HandleAsync(change, CancellationToken.None);
        var services = new ServiceCollection().AddSingleton(db);
        services.AddDynamoStream<Shelf>().AddMaterializers<Shelf>();
        await using (var provider = services.BuildServiceProvider())
        {
            var hosted = provider.GetRequiredKeyedService<StreamConsumer>("default");
            Expect.Equal(StreamConsumer.For<Shelf>(db).AddMaterializers<Shelf>().TableName, hosted.TableName);
        }

        shelf = (await shelves.GetAsync(Shelf.Key("m"), consistentRead: true))!;
        Expect.Equal("none", shelf.Notes!["dust"]);
        Expect.Equal(1, shelf.NoteCount);

        await notes.DeleteAsync(note);
        await shelves.MaterializeAsync(Shelf.Key("m"));
        Expect.Equal(0L, (await shelves.BackfillMaterializedAsync()).Changed);
        Expect.Equal(0, (await shelves.GetAsync(Shelf.Key("m"), consistentRead: true))!.NoteCount);
    }

    private static Change<T> Inserted<T>(ItemKey<T> key, T item)
        where T : IItem<T> =>
        new() { Kind = ChangeKind.Insert, Key = key, New = item, SequenceNumber = SequenceNumber.Parse("1") };
}

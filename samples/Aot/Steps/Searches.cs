using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Searches by parts of a text.</summary>
internal static class Searches
{
    public static async Task RunAsync(DynamoClient db)
    {
        var songs = db.Table<Song>();
        string[] titles = ["Straßen", "La rue", "Bruecken", "Rue 100%"];
        for (var i = 0; i < titles.Length; i++)
            await songs.CreateAsync(new Song($"{i}") { Genre = "pop", Title = titles[i] });

        var pop = Song.Trigrams.Title("pop");
        Expect.Equal("1 2", await FoundAsync(songs.Search(pop).Containing("rue").ConsistentRead()));
        Expect.Equal("1 2 3", await FoundAsync(songs.Search(pop).Containing("RUE").IgnoreCase()));
        Expect.Equal("1", await FoundAsync(songs.Search(pop).StartingWith("La")));
        Expect.Equal("2", await FoundAsync(songs.Search(pop).EndingWith("cken")));
        Expect.Equal("1", await FoundAsync(songs.Search(pop).EqualTo("La rue")));
        Expect.Equal("3", await FoundAsync(songs.Search(pop).Like(@"R_e 100\%")));
        Expect.Equal("0", await FoundAsync(songs.Search(pop).ILike("%STRASSE%")));
        Expect.Equal("0", (await songs.Search(pop).Limit(1).FirstOrDefaultAsync())!.Id);

        var page = await songs.Search(pop).Limit(3).ReturnConsumedCapacity().GetPageAsync();
        Expect.True(page is { Items.Count: 3, ConsumedCapacity.CapacityUnits: > 0 });
        Expect.Equal(1, (await songs.Search(pop).Limit(3).GetPageAsync(page.Next)).Items.Count);

        var count = 0;
        await foreach (var one in songs.Search(pop).Limit(3).PagesAsync())
            count += one.Items.Count;
        await foreach (var song in songs.Search(pop).WithCancellation(CancellationToken.None))
            count++;
        await foreach (var song in songs.Search(pop))
            count++;
        Expect.Equal(12, count);
        Expect.Equal(4, await songs.Search(pop).AsAsyncEnumerable().CountAsync());

        await songs.ChangeAsync(Song.Key("3"), static song => song with { Title = "Rue Montorgueil" });
        await songs.RemoveAsync(Song.Key("2"));
        Expect.Equal("1 3", await FoundAsync(songs.Search(pop).Containing("RUE").IgnoreCase()));
        var repair = await songs.RepairTrigramsAsync();
        Expect.True(repair is { Next: null, Scanned: 3, Indexed: 0 });
    }

    private static async Task<string> FoundAsync(Search<Song> search) =>
        string.Join(' ', (await search.ToListAsync()).Select(static song => song.Id));
}

using System.Text;
using AotShop.Model;
using DynamoToolkit;
using DynamoToolkit.Hosting;
using DynamoToolkit.Patterns.OpenSearch;
using DynamoToolkit.Patterns.TextSearch;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AotShop.Steps;

/// <summary>Searches behind an interface: by trigrams, and by an OpenSearch that a handler in this program stands in for.</summary>
internal static class RankedSearches
{
    public static async Task RunAsync(DynamoClient db)
    {
        var songs = db.Table<Song>();
        await songs.CreateAsync(new Song("ranked") { Genre = "jazz", Title = "So What" });
        var request = new TextSearchRequest<Song>(Song.Trigrams.Title("jazz"), "what so");
        var page = await new TrigramTextSearch<Song>(songs).SearchAsync(request);
        Expect.True(page is { Engine: TextSearchEngine.Trigrams, Items: [{ Id: "ranked" }] });

        var server = new RecordedServer();
        using var connection = new OpenSearchConnection(
            new OpenSearchOptions { Endpoint = new Uri("http://search.test"), CreateHandler = () => server });
        var index = new OpenSearchIndex<Song>(connection, songs);
        Expect.True(await index.CreateAsync());
        Expect.Equal(1, await index.UpdateAsync([Song.Key("ranked")]));
        await db.EnsureTableAsync(StreamTable.Define());
        await StreamConsumer.For<Song>(db).AddHandler(index.ChangeHandler()).HandleEventAsync("""{"Records":[]}"""u8.ToArray());
        var filled = await index.BackfillAsync();
        Expect.True(filled is { Scanned: > 0, IsComplete: true });
        await db.DeleteTableAsync(StreamTable.Define());
        page = await index.SearchAsync(request);
        Expect.True(page is { Engine: TextSearchEngine.OpenSearch, Items: [{ Id: "ranked" }] });
        await index.ChangeHandler().HandleAsync([], CancellationToken.None);

        ITextSearch<Song> search = index.WithTrigramFallback();
        server.Fails = true;
        Expect.True((await search.SearchAsync(request)).Engine == TextSearchEngine.Trigrams);

        var services = new ServiceCollection().AddSingleton(db);
        services.AddTextSearch<Song>().AddOpenSearch(static options => options.Enabled = false);
        services.AddOpenSearch(new ConfigurationBuilder().Build());
        services.AddDynamoStream<Song>(static options => options.Name = "songs").AddOpenSearch<Song>();
        await using var provider = services.BuildServiceProvider();
        Expect.Equal(1, (await provider.GetRequiredService<ITextSearch<Song>>().SearchAsync(request)).Items.Count);
        await songs.RemoveAsync(Song.Key("ranked"));
    }

    /// <summary>Answers as OpenSearch is documented to, for one document.</summary>
    private sealed class RecordedServer : HttpMessageHandler
    {
        public bool Fails { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Fails)
                throw new HttpRequestException("Connection refused");
            var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
            var score = body.Contains("_score", StringComparison.Ordinal) ? "1.5," : "";
            var ids = body.Split("\"_id\":\"")[1..].Select(static part => part[..part.IndexOf('"', StringComparison.Ordinal)]).ToList();
            var answer = request.RequestUri!.Segments[^1] switch
            {
                "_mget" => $$"""{"docs":[{{string.Join(',', ids.Select(static id => $"{{\"_id\":\"{id}\",\"found\":false}}"))}}]}""",
                "_bulk" => $$"""{"items":[{{string.Join(',', ids.Select(Created))}}]}""",
                "_settings" => """{"songs-song":{"settings":{"index":{"uuid":"1"}}}}""",
                "_search" => $$$"""
                    {"timed_out":false,"_shards":{"failed":0},
                     "hits":{"hits":[{"sort":[{{{score}}}"SONG#ranked","SONG"]}]}}
                    """,
                _ => """{"acknowledged":true}""",
            };
            return new HttpResponseMessage { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
        }

        private static string Created(string id) => $"{{\"create\":{{\"_id\":\"{id}\",\"status\":201}}}}";
    }
}

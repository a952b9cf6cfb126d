namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TrigramTextNotKnownRuleTests
{
    [Fact]
    public Task Writes_ThatDoNotKnowTheTexts_AreReported() => ReportsAsync("""
        await films.{|DTK0097:PutAsync|}(film);
        await films.{|DTK0097:Put|}(film).ExecuteAsync();
        await films.{|DTK0097:Put|}(film).IfExists().ExecuteAsync();
        await films.{|DTK0097:DeleteAsync|}(Film.Key("1"));
        await films.{|DTK0097:Delete|}(Film.Key("1")).ExecuteAsync();
        await db.BatchWriteAsync([films.{|DTK0097:Put|}(film), films.{|DTK0097:Delete|}(film)]);
        await films.{|DTK0097:RestoreAsync|}(Film.Key("1"));
        await films.{|DTK0097:ExpireAsync|}(Film.Key("1"));
        await songs.{|DTK0093:PutAsync|}(song);
        """);

    [Fact]
    public Task Writes_ThatKnowTheTexts_AreFine() => ReportsAsync("""
        await films.CreateAsync(film);
        await films.Put(film).IfNotExists().ExecuteAsync();
        await films.ChangeAsync(film, film with { Title = "b" });
        await films.ChangeAsync(Film.Key("1"), one => one with { Title = "b" });
        await films.DeleteAsync(film);
        await films.RemoveAsync(Film.Key("1"));
        await films.Update(Film.Key("1")).Set(f => f.Views, 1).ExecuteAsync();
        var put = films.Put(film);
        await db.TransactWriteAsync([put.IfNotExists(), films.Delete(film)]);
        """);

    [Fact]
    public Task Writes_OfTextsThatAWorkerIndexes_AreFine() => ReportsAsync("""
        await books.PutAsync(book);
        await books.Put(book).ExecuteAsync();
        await books.DeleteAsync(Book.Key("1"));
        await db.BatchWriteAsync([books.Put(book), books.Delete(book)]);
        await books.Update(Book.Key("1")).Set(b => b.Title, "b").ExecuteAsync();
        """);

    private static Task ReportsAsync(string statements) => TestKit.RuleVerifier<UseAnalyzer>.ReportsAsync($$"""
        {{Rule.Usings}}using System.Threading.Tasks;

        public static class Use
        {
            public static async Task Of(
                DynamoClient db, DynamoTable<Film> films, DynamoTable<Song> songs, DynamoTable<Book> books, Film film, Song song, Book book)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }

        [DynamoTable("films"), PartitionKey("FILM#{Id}"), SortKey("FILM"), Retention("films", Days = 1)]
        public sealed partial record Film(string Id)
        {
            [TrigramIndexed(Scope = [nameof(Studio)])]
            public string? Title { get; init; }

            public string? Studio { get; init; }

            public int Views { get; init; }

            [TimeToLive]
            public DateTimeOffset? Until { get; init; }
        }

        [DynamoTable("songs"), PartitionKey("SONG#{Id}"), SortKey("SONG")]
        public sealed partial record Song(string Id)
        {
            [TrigramIndexed, Unique]
            public string? Title { get; init; }
        }

        [DynamoTable("books"), PartitionKey("BOOK#{Id}"), SortKey("BOOK")]
        public sealed partial record Book(string Id)
        {
            [TrigramIndexed(Upkeep = TrigramUpkeep.Stream)]
            public string? Title { get; init; }
        }
        """);
}

using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Patterns.Trigrams;

/// <summary>An item type with a trigram index, as the generator would write it.</summary>
internal sealed record Book(string Shelf, string Id, string? Title) : IItem<Book>
{
    static TableModel IItem<Book>.Model { get; } = new("books", typeof(Book))
    {
        Partition = new KeyModel("pk", KeyType.String),
        Sort = new KeyModel("sk", KeyType.String),
        TimeToLiveAttribute = "expires",
        Trigrams = new TrigramModel(
            static item => item,
            expires: null,
            new TrigramIndex(
                "Book.Title",
                MemberValue.Of<Book>("Title", "title", static book => book.Title is { } title ? KeyValue.Of(title) : default),
                TrigramUpkeep.Writer,
                MemberValue.Of<Book>("Shelf", "shelf", static book => KeyValue.Of(book.Shelf)))
            {
                Stamp = TrigramStampModel.Of<Book>("trigrams:Book.Title", static _ => default, static (_, _) => { }),
            }),
    };

    static ItemKey<Book> IItem<Book>.KeyOf(in Book item) => new(KeyValue.Of(item.Shelf), KeyValue.Of(item.Id));

    static void IDynamoMap<Book>.WriteMap(ref ItemWriter writer, in Book item) => throw new NotSupportedException();

    static Book IDynamoMap<Book>.ReadMap(ref ItemReader reader) => throw new NotSupportedException();
}

using System.Text;
using DynamoToolkit.Patterns.Trigrams;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Patterns.Trigrams;

public sealed class TrigramPostingsTests
{
    private static TrigramIndex Index => TableModel.Of<Book>().Trigrams!.Indexes[0];

    [Fact]
    public void A_text_has_a_posting_for_each_trigram_and_one_in_the_list_of_all() =>
        Assert.Equal(
            [
                "TRIGRAM#Book.Title#a# | #a#1#s1 | <ada>",
                "TRIGRAM#Book.Title#a#<a | d#a#1#s1 | <ada>",
                "TRIGRAM#Book.Title#a#ad | a#a#1#s1 | <ada>",
                "TRIGRAM#Book.Title#a#da | >#a#1#s1 | <ada>",
            ],
            Shown(Postings(new Book("a", "1", "Ada"))));

    [Fact]
    public void The_text_is_kept_beside_its_fold_only_if_it_differs()
    {
        Assert.All(Postings(new Book("a", "1", "Ada")), static posting => Assert.Equal("Ada", posting.Text));
        Assert.All(Postings(new Book("a", "1", "ada")), static posting => Assert.Null(posting.Text));
    }

    [Fact]
    public void A_repeated_character_has_few_postings() =>
        Assert.Equal(4, Postings(new Book("a", "1", new string('x', PostingText.MaxIndexed))).Count);

    [Fact]
    public void An_empty_text_is_in_the_list_of_all() =>
        Assert.Equal(["TRIGRAM#Book.Title#a# | #a#1#s1 | <>"], Shown(Postings(new Book("a", "1", ""))));

    [Fact]
    public void A_long_text_has_one_posting()
    {
        Assert.Equal(PostingText.MaxIndexed + 1, Postings(new Book("a", "1", Unlike(PostingText.MaxIndexed))).Count);
        var only = Assert.Single(Postings(new Book("a", "1", Unlike(PostingText.MaxIndexed + 1))));
        Assert.Equal(("TRIGRAM#Book.Title#a#+", PostingText.MaxIndexed + 3), (only.Key, only.Folded!.EnumerateRunes().Count()));
        Assert.Null(Assert.Single(Postings(new Book("a", "1", new string('x', PostingText.MaxStored)))).Folded);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() =>
        Assert.Contains(
            "title",
            Assert.Throws<InvalidAttributeValueException>(() => Postings(new Book("a", "1", "\uD800"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Postings_have_different_keys_fit_and_read_back()
    {
        var random = new Random(4);
        for (var i = 0; i < 2_000; i++)
        {
            var id = i % 10 == 0 ? new string('#', 400) + i : AnyKey(random);
            var postings = Postings(new Book(AnyKey(random), id, AnyText.Draw(random)));
            Assert.Equal(postings.Count, postings.Select(static posting => (posting.Key, posting.Sort)).Distinct().Count());
            foreach (var posting in postings)
            {
                var copy = Copy(posting);
                Assert.Equal(
                    (posting.Key, posting.Sort, posting.Owner, posting.Folded, posting.Text, posting.Expires),
                    (copy.Key, copy.Sort, copy.Owner, copy.Folded, copy.Text, copy.Expires));
                Assert.InRange(Encoding.UTF8.GetByteCount(posting.Sort), 1, KeyModel.MaxSortBytes);
                var tail = PostingSort.TailOf(posting.Sort);
                Assert.True(KeyValue.Of(posting.Sort).IsGreaterThan(KeyValue.Of(PostingSort.First(tail))));
                Assert.True(KeyValue.Of(PostingSort.BehindOwner(posting.Sort)).IsGreaterThan(KeyValue.Of(posting.Sort)));
                Assert.True(KeyValue.Of(PostingSort.Behind(tail)).IsGreaterThan(KeyValue.Of(PostingSort.BehindOwner(posting.Sort))));
            }
        }
    }

    [Fact]
    public void The_first_tail_is_the_smallest_of_those_behind_a_pair()
    {
        Assert.Equal("c", PostingText.FirstTail("\u0002abdabc\u0003", "ab"));
        Assert.Equal("\u0003", PostingText.FirstTail("\u0002abdab\u0003", "ab"));
        Assert.Equal("a", PostingText.FirstTail("\u0002aaab\u0003", "aa"));
        Assert.Equal("\uFFFD", PostingText.FirstTail("\u0002ab👍ab\uFFFD\u0003", "ab"));
        Assert.Equal("", PostingText.FirstTail("\u0002ab\u0003", "ba"));
    }

    private static IReadOnlyList<Posting<Book>> Postings(Book book) =>
        TrigramPostings<Book>.Of("title", Index.KeyOf(book)!, book.Title!, KeyOf(book), "s1", expires: 7);

    private static ItemKey<T> KeyOf<T>(T item)
        where T : IItem<T> => T.KeyOf(item);

    private static Posting<Book> Copy(Posting<Book> posting)
    {
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        Write(ref writer, posting);
        writer.Flush();
        var reader = new ItemReader(buffer.WrittenSpan);
        return Read<Posting<Book>>(ref reader);
    }

    private static void Write<T>(ref ItemWriter writer, T item)
        where T : IDynamoMap<T> => T.WriteMap(ref writer, item);

    private static T Read<T>(ref ItemReader reader)
        where T : IDynamoMap<T> => T.ReadMap(ref reader);

    private static string AnyKey(Random random) => "k" + AnyText.Draw(random);

    private static string Unlike(int length) => string.Concat(Enumerable.Range(0, length).Select(static at => (char)('\u4E00' + at)));

    private static IEnumerable<string> Shown(IEnumerable<Posting<Book>> postings) =>
        postings.Select(static posting => $"{posting.Key} | {posting.Sort} | {posting.Folded}")
            .Select(static text => text.Replace('\u0002', '<').Replace('\u0003', '>'));
}

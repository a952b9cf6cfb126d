using AotShop.Model;
using DynamoToolkit;
using DynamoToolkit.Expressions;

namespace AotShop.Steps;

/// <summary>Every operator and function of conditions, each on an item for which it holds.</summary>
internal static class Conditions
{
    public static async Task RunAsync(DynamoClient db)
    {
        var books = db.Table<Book>(db.Table<Book>().Name);
        var book = Samples.Book("conditions");
        book.Cover = [0x1F, 0x8B, 0x08];
        (book.Signed, book.Weight, book.SalesByYear) = (true, 0.5, new() { [2026] = [3, 4] });
        double? half = 0.5;
        List<Format> formats = [Format.Hardcover];
        List<bool> flags = [true];
        book.Reprints = [new Publisher("Gollancz", "London")];
        await books.PutAsync(book);

        var b = new Book.Attributes();
        Condition[] all =
        [
            b.Stock == 3 & b.Stock != 4 & b.Stock < 4 & b.Stock <= 3 & b.Stock > 2 & b.Stock >= 3,
            b.Stock.In(1, 2, 3) & b.Format.In(Format.Hardcover) & b.Price.Between(12m, 13m),
            !(b.Format == Format.Paperback) | b.Shelf == "A",
            b.Isbn != b.Title & b.Title < b.Author,
            b.Title.StartsWith("Title") & b.Title.Contains("of") & b.Cover.StartsWith([0x1F, 0x8B]),
            b.Subjects.Contains("anarchism") & b.Awards.Contains("Hugo") & b.Reprints.Contains(new Publisher("Gollancz", "London")),
            b.Subjects.EqualTo(["anarchism", "science fiction"]) & b.Awards[0] == "Hugo" & b.PagesByEdition["second"] == 387,
            b.Publisher.City == "New York" & b.Reprints[0].Name != "Ace",
            b.Awards.Size() == 2 & b.Title.Size().Between(1, 100) & b.Cover.Size() < 4,
            b.Signed && (!b.Signed || b.Title.In(formats.Select(_ => book.Title))),
            b.Format.In(formats) && b.Signed.In(flags) && b.Signed.In(true),
            b.Stock.In(3, null) && b.Format.In(Format.Hardcover, null) && b.Signed.In(true, null),
            b.Signed == true && b.Signed != false && true == b.Signed && b.Signed != null,
            b.Weight == half && !(b.Weight < half) && b.Weight <= half && half >= b.Weight && 4 > b.Awards.Size() && 3 >= b.Stock,
            b.SalesByYear[2026][1] == 4 && b.Awards != null && null != b.Publisher && !b.Title.In(),
            b.Shelf.NotExists() & b.Isbn.Exists() & b.Shelf == null & b.Stock.IsType(AttributeType.Number),
        ];
        foreach (var condition in all)
        {
            await books.Put(book).If(condition).ExecuteAsync();
            await Expect.FailsAsync<Amazon.DynamoDBv2.Model.ConditionalCheckFailedException>(
                () => books.Put(book).If(!condition).ExecuteAsync());
        }

        await db.Table<Wish>().PutAsync(new Wish { Id = "conditions", Tags = ["red", "large"] });
        Expect.Equal(1L, await db.Table<Wish>().Scan().Where(w => w.Tags.Contains("red") && !w.Tags.Contains("small")).CountAsync());
    }
}

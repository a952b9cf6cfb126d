using AotShop.Model;

namespace AotShop;

/// <summary>Books and reviews to work with.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static Book Book(string isbn, string author = "Ursula K. Le Guin", int year = 1974) => new()
    {
        Isbn = isbn,
        Author = author,
        Title = $"Title of {isbn}",
        Published = new DateOnly(year, 5, 1),
        Price = 12.50m,
        Stock = 3,
        Format = Format.Hardcover,
        Subjects = ["science fiction", "anarchism"],
        Awards = ["Hugo", "Nebula"],
        PagesByEdition = new() { ["first"] = 341, ["second"] = 387 },
        Publisher = new Publisher("Harper & Row", "New York"),
    };

    public static Review Review(string isbn, int number) => new()
    {
        Isbn = isbn,
        WrittenAt = Noon.AddDays(number),
        Reviewer = $"reader #{number}",
        Stars = 1 + number % 5,
        Text = number % 2 == 0 ? $"“Read it {number} times.”" : null,
    };
}

using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Search;

/// <summary>What the program can do.</summary>
internal static class Commands
{
    private const string Page = "patterns/trigrams.md";

    /// <summary>How fast texts are cut into trigrams, beside a naive version.</summary>
    public static int Tokens(string[] options)
    {
        Show("tokens", TokenRuns.Run(), options);
        return 0;
    }

    /// <summary>What searches cost beside a filtered scan and, with <c>--psql CONNECTION</c>, beside PostgreSQL's trigram index.</summary>
    public static async Task<int> SearchesAsync(string[] options)
    {
        var count = Option(options, "--names") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 100_000;
        using var runs = new SearchRuns(NameList.Create(count), Option(options, "--psql") is { } connection ? new Psql(connection) : null);
        await runs.FillAsync();
        var table = await runs.RunAsync();
        Show("searches", string.Create(CultureInfo.InvariantCulture, $"{table}\n{count:N0} names."), options);
        return 0;
    }

    public static int Explain()
    {
        Console.WriteLine("tokens [--write]");
        Console.WriteLine("searches [--names 100000] [--psql \"host=… dbname=…\"] [--write]");
        return 1;
    }

    private static void Show(string name, string table, string[] options)
    {
        var part = $"{table}\n{Machine.Describe()}";
        Console.WriteLine(part);
        if (options.Contains("--write"))
            DocsPage.Replace(name, part, Page);
    }

    private static string? Option(string[] options, string name)
    {
        var index = Array.IndexOf(options, name);
        return index < 0 || index + 1 == options.Length ? null : options[index + 1];
    }
}

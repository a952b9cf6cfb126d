using System.Diagnostics;
using System.Globalization;
using System.Text;
using DynamoToolkit.Benchmarks.Reports;
using DynamoToolkit.Patterns.Trigrams;

namespace DynamoToolkit.Benchmarks.Search;

/// <summary>How fast texts are cut into trigrams. The variants have their turns one after the other, and the medians count.</summary>
internal static class TokenRuns
{
    private const int Rounds = 21;
    private const int Texts = 20_000;

    public static string Run()
    {
        string[] names = [.. NameList.Create(Texts)];
        string[] ascii = [.. names.Where(static name => Ascii.IsValid(name))];
        string[] others = [.. names.Where(static name => !Ascii.IsValid(name))];
        Check(ascii);

        (string Name, string[] Texts, Func<string, ulong> Cut)[] variants =
        [
            ("tokens of ASCII", ascii, Tokens),
            ("different tokens of ASCII, sorted", ascii, Distinct),
            ("`Substring` and `HashSet`, ASCII", ascii, static text => (ulong)NaiveTokens.Of(text).Count),
            ("tokens of other scripts", others, Tokens),
            ("different tokens of other scripts, sorted", others, Distinct),
        ];

        var times = variants.Select(static _ => new List<double>()).ToArray();
        var bytes = new long[variants.Length];
        ulong sum = 0;
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < variants.Length; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                foreach (var text in variants[i].Texts)
                    sum += variants[i].Cut(text);
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                bytes[i] = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        var table = new MarkdownTable("what", ">MB/s", ">bytes allocated per text");
        for (var i = 0; i < variants.Length; i++)
        {
            times[i].Sort();
            var size = variants[i].Texts.Sum(static text => Encoding.UTF8.GetByteCount(text));
            table.Add(
                variants[i].Name,
                (size / times[i][Rounds / 2] / 1e6).ToString("N0", CultureInfo.InvariantCulture),
                (bytes[i] / variants[i].Texts.Length).ToString("N0", CultureInfo.InvariantCulture));
        }

        return sum > 0 ? table.ToString() : "";
    }

    private static ulong Tokens(string text)
    {
        ulong sum = 0;
        foreach (var token in new TrigramTokens(text))
            sum += token.Bits;
        return sum;
    }

    private static ulong Distinct(string text)
    {
        Span<Trigram> buffer = stackalloc Trigram[256];
        return (ulong)TrigramTokens.Distinct(text, buffer);
    }

    private static void Check(string[] texts)
    {
        var buffer = new Trigram[256];
        foreach (var text in texts)
        {
            var tokens = buffer[..TrigramTokens.Distinct(text, buffer)];
            if (!NaiveTokens.Of(text).SetEquals(tokens.Select(static token => token.ToString())))
                throw new InvalidDataException($"The variants cut '{text}' differently.");
        }
    }
}

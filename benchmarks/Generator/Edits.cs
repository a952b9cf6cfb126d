using System.Globalization;
using DynamoToolkit.Benchmarks.Reports;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>One edit at a time in a program of 1,000 entities: how long until the generator is done, and what it wrote again.</summary>
internal static class Edits
{
    private const int Entities = 1000;
    private const string File = "Entity500.cs";

    public static string Measure(int rounds)
    {
        var table = new MarkdownTable(
            "Edit, among 1,000 entities", ">min, ms", ">median, ms", ">CPU, min ms", ">entities emitted again", ">entities kept");
        Add("unrelated file, method body", "Greeting.cs", "\"Hello \"", "\"Good day \"");
        Add("entity file, comment above a member", File, "public string? Email", "/* contact */ public string? Email");
        Add("entity file, method body", File, "return Status ==", "return !Paid && Status ==");
        Add("entity file, attribute's argument", File, "[DynamoAttribute(\"n\")]", "[DynamoAttribute(\"note\")]");
        Add("entity file, new member", File, "public bool Paid", "public string? Coupon { get; set; } public bool Paid");
        return table.ToString();

        void Add(string what, string file, string oldText, string newText)
        {
            var run = new GeneratorRun(Entities);
            run.Run();
            var times = new List<double>();
            var leastCpu = double.MaxValue;
            (int Emitted, int Kept) last = default;
            for (var round = 0; round < rounds; round++)
            {
                // There and back: the second half of a round is an edit of the same kind.
                run.Edit(file, oldText, newText);
                (var elapsed, var cpu, last.Emitted, last.Kept) = run.Run();
                times.Add(elapsed.TotalMilliseconds);
                leastCpu = Math.Min(leastCpu, cpu.TotalMilliseconds);
                run.Edit(file, newText, oldText);
                run.Run();
            }

            times.Sort();
            table.Add(
                what,
                Milliseconds(times[0]),
                Milliseconds(times[times.Count / 2]),
                Milliseconds(leastCpu),
                last.Emitted.ToString(CultureInfo.InvariantCulture),
                last.Kept.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static string Milliseconds(double value) => value.ToString(value < 10 ? "0.0" : "N0", CultureInfo.InvariantCulture);
}

using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DynamoToolkit.Benchmarks.Search;

/// <summary>PostgreSQL, through its own client: a table of the same names with a trigram index.</summary>
/// <param name="connection">What the client gets to connect.</param>
internal sealed class Psql(string connection)
{
    private const string Time = "Time: ";

    /// <summary>Creates the table anew.</summary>
    public async Task FillAsync(IEnumerable<string> names)
    {
        var script = new StringBuilder("""
            CREATE EXTENSION IF NOT EXISTS pg_trgm;
            DROP TABLE IF EXISTS names;
            CREATE TABLE names (id int PRIMARY KEY, name text NOT NULL);
            COPY names FROM STDIN;

            """);
        foreach (var (index, name) in names.Index())
            script.Append(CultureInfo.InvariantCulture, $"{index}\t{name}\n");
        script.Append("""
            \.
            CREATE INDEX ON names USING gin (name gin_trgm_ops);
            VACUUM ANALYZE names;

            """);
        await SendAsync(script.ToString());
    }

    /// <summary>The median of the times of a query, in milliseconds, as the client measures it.</summary>
    public async Task<double> MedianAsync(string like, int limit, int rounds)
    {
        var query = $"SELECT id, name FROM names WHERE name LIKE '{like}' ORDER BY id LIMIT {limit};\n";
        var output = await SendAsync("\\timing on\n\\o /dev/null\n" + string.Concat(Enumerable.Repeat(query, rounds)));
        var times = output.Split('\n')
            .Where(static line => line.StartsWith(Time, StringComparison.Ordinal))
            .Select(static line => double.Parse(line[Time.Length..].Split(' ')[0], CultureInfo.InvariantCulture))
            .Order()
            .ToList();
        return times[times.Count / 2];
    }

    private async Task<string> SendAsync(string script)
    {
        var start = new ProcessStartInfo("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", connection])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(script);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException("psql failed.");
    }
}

using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace DynamoToolkit.Benchmarks.CannedServer;

/// <summary>The answers by operation, the ones with a marker first.</summary>
internal sealed class CannedAnswers
{
    private readonly Dictionary<string, CannedAnswer[]> answers;

    private CannedAnswers(Dictionary<string, CannedAnswer[]> answers) => this.answers = answers;

    public static CannedAnswers Load(string folder) =>
        new(Directory.EnumerateFiles(folder, "*.json")
            .Select(static path => (Parts: Path.GetFileNameWithoutExtension(path).Split('@', 2), Body: File.ReadAllBytes(path)))
            .GroupBy(static file => file.Parts[0], static file => Create(file.Parts.ElementAtOrDefault(1) ?? "", file.Body))
            .ToDictionary(
                static group => group.Key,
                static group => group.OrderByDescending(static answer => answer.Marker.Length).ToArray()));

    public CannedAnswer? Find(string operation, ReadOnlySequence<byte> request)
    {
        var candidates = answers.GetValueOrDefault(operation) ?? [];
        return Array.Find(candidates, answer => answer.Marker.Length == 0 || request.ToArray().AsSpan().IndexOf(answer.Marker) >= 0);
    }

    private static CannedAnswer Create(string marker, byte[] body) =>
        new(Encoding.UTF8.GetBytes(marker), body, Crc32.HashToUInt32(body).ToString(CultureInfo.InvariantCulture));
}

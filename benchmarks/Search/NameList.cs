using System.Globalization;

namespace DynamoToolkit.Benchmarks.Search;

/// <summary>Names as stores have them: of people, runs and files. The same in every run.</summary>
internal static class NameList
{
    private static readonly string[] First =
    [
        "Ada", "Grace", "Alan", "Barbara", "Edsger", "Donald", "Katherine", "Zoë", "José", "Łukasz", "Søren", "Анна", "Иван",
        "Ελένη", "İpek", "美咲", "小明", "민준", "नेहा", "Fatima", "Omar", "Chidi", "Ngozi", "Linnéa", "Jürgen", "François", "Siobhán",
        "Marta", "Tomás", "Yuki",
    ];

    private static readonly string[] Last =
    [
        "Lovelace", "Hopper", "Turing", "Liskov", "Dijkstra", "Knuth", "Johnson", "Müller", "Núñez", "Żółć", "Ærø", "Петрова",
        "Иванов", "Παπαδοπούλου", "Yılmaz", "佐藤", "王", "김", "शर्मा", "Haddad", "Okafor", "Åström", "Groß", "Lefèvre", "Ó Briain",
        "Kowalczyk", "Dvořák", "Tanaka",
    ];

    private static readonly string[] Words =
    [
        "pipeline", "training", "baseline", "transformer", "resnet", "ablation", "warmup", "dropout", "gradient", "embedding",
        "tokenizer", "distill", "finetune", "sweep", "nightly", "canary", "churn", "fraud", "ranking", "forecast",
    ];

    public static string[] Create(int count)
    {
        var random = new Random(1);
        var names = new string[count];
        for (var i = 0; i < count; i++)
        {
            var word = Words[random.Next(Words.Length)];
            names[i] = random.Next(4) switch
            {
                0 => $"{First[random.Next(First.Length)]} {Last[random.Next(Last.Length)]} {random.Next(100)}",
                1 => string.Create(CultureInfo.InvariantCulture, $"{word}_v{random.Next(1, 30)}.{random.Next(100):00}"),
                _ => string.Create(
                    CultureInfo.InvariantCulture, $"run-2026-{random.Next(1, 13):00}-{random.Next(1, 29):00}-{word}-{random.Next(10_000)}"),
            };
        }

        return names;
    }
}

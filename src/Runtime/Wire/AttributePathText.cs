using System.Text;

namespace DynamoToolkit.Wire;

/// <summary>
/// Finds out, once something has gone wrong, which attribute it went wrong at: from the JSON up to that point, whether read or written.
/// So neither reader nor writer has to keep track while all is well.
/// </summary>
internal static class AttributePathText
{
    private const int MostFrames = 256;

    /// <summary>The path of the attribute whose value is open at the end of the JSON, as <c>address.city</c> or <c>labels[2]</c>.</summary>
    /// <param name="json">
    /// The beginning of a JSON text. An open container may still have the writer's comma in the place of its opening bracket.
    /// </param>
    /// <returns>The path; empty where the JSON does not end within an attribute.</returns>
    public static string Of(ReadOnlySpan<byte> json)
    {
        var frames = new List<Frame>();
        var expectsValue = true;
        for (var at = 0; at < json.Length && frames.Count < MostFrames; at++)
        {
            switch (json[at])
            {
                case (byte)'"':
                    var start = at + 1;
                    at = EndOfString(json, start);
                    if (!expectsValue && frames.Count > 0)
                        frames[^1] = frames[^1] with { Name = Text(json[start..Math.Min(at, json.Length)]) };
                    break;
                case (byte)':':
                    expectsValue = true;
                    break;
                case (byte)'{':
                    frames.Add(new Frame(false, null, 0));
                    expectsValue = false;
                    break;
                case (byte)'[':
                    frames.Add(new Frame(true, null, 0));
                    expectsValue = true;
                    break;
                case (byte)',' when IsOpening(json, at):
                    var isArray = IsArrayTag(frames);
                    frames.Add(new Frame(isArray, null, 0));
                    expectsValue = isArray;
                    break;
                case (byte)',':
                    if (frames.Count > 0)
                        frames[^1] = frames[^1] with { Name = null, Index = frames[^1].Index + 1 };
                    expectsValue = frames.Count > 0 && frames[^1].IsArray;
                    break;
                case (byte)'}' or (byte)']':
                    if (frames.Count > 0)
                        frames.RemoveAt(frames.Count - 1);
                    expectsValue = false;
                    break;
            }
        }

        return PathOf(frames);
    }

    // A value's object and the container in it take turns: item {name: value {tag: container {name: …
    private static string PathOf(List<Frame> frames)
    {
        var at = frames.Count - 1;
        if (at >= 0 && IsValueFrame(frames, at, allowContainer: false))
            at--;
        else if (at >= 1 && frames[at].IsArray && IsSetTag(frames[at - 1].Name))
            at -= 2;
        else if (at >= 1 && frames[at] is { IsArray: false, Name: null } && frames[at - 1].Name == "M")
            at -= 2;

        var path = "";
        while (at >= 0)
        {
            var frame = frames[at];
            if (!frame.IsArray && frame.Name is null)
                break;

            var part = frame.IsArray ? $"[{frame.Index}]" : frame.Name!;
            path = path.Length == 0 || path[0] == '[' ? part + path : $"{part}.{path}";
            if (at == 0 || frames[at - 1].Name is not ("M" or "L") || frames[at - 1].IsArray)
                return frame.IsArray ? "" : path;

            at -= 2;
        }

        return path;
    }

    private static bool IsValueFrame(List<Frame> frames, int at, bool allowContainer)
    {
        if (frames[at].IsArray || at == 0)
            return false;

        return frames[at].Name is null or "S" or "N" or "B" or "BOOL" or "NULL" or "SS" or "NS" or "BS" || allowContainer;
    }

    private static bool IsSetTag(string? name) => name is "SS" or "NS" or "BS";

    private static bool IsArrayTag(List<Frame> frames)
        => frames.Count > 0 && (frames[^1].IsArray || frames[^1].Name is "L" or "SS" or "NS" or "BS");

    private static bool IsOpening(ReadOnlySpan<byte> json, int at)
    {
        var before = json[..at].TrimEnd(" \t\r\n"u8);
        return before.IsEmpty || before[^1] is (byte)':' or (byte)',' or (byte)'[';
    }

    private static int EndOfString(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] != '"')
            at += json[at] == '\\' ? 2 : 1;

        return at;
    }

    private static string Text(ReadOnlySpan<byte> raw)
    {
        var text = new byte[raw.Length];
        var length = JsonText.Unescape(raw, text);
        return Encoding.UTF8.GetString(length < 0 ? raw : text.AsSpan(0, length));
    }

    private readonly record struct Frame(bool IsArray, string? Name, int Index);
}

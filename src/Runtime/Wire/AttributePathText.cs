using System.Text;

namespace DynamoToolkit.Wire;

/// <summary>
/// Finds the attribute at which an error occurred, from the JSON that was read or written up to that point.
/// So neither the reader nor the writer has to keep track of paths while everything goes well.
/// </summary>
internal static class AttributePathText
{
    private const int MaxFrames = 256;

    /// <summary>The path of the attribute whose value is open at the end of the JSON, as <c>address.city</c> or <c>labels[2]</c>.</summary>
    /// <param name="json">
    /// The beginning of a JSON text. An open container may still have the writer's comma in the place of its opening bracket.
    /// </param>
    /// <returns>The path; empty if the JSON ends outside any attribute.</returns>
    public static string Of(ReadOnlySpan<byte> json)
    {
        var frames = FramesOf(json);
        var at = frames.Count - 1;

        // The innermost frame may be inside the value or around it.
        if (at > 0 && IsScalarFrame(frames[at]))
            at--;
        if (at > 0 && (frames[at].IsArray ? IsSetTag(frames[at - 1].Name) : frames[at].Name is null && frames[at - 1].Name == "M"))
            at -= 2;

        return PathOf(frames, at);
    }

    /// <summary>The path of the attribute whose map is open at the end of the JSON; empty if that is the item itself.</summary>
    /// <param name="json">The beginning of a JSON text.</param>
    public static string OfMap(ReadOnlySpan<byte> json)
    {
        var frames = FramesOf(json);
        return frames.Count >= 3 && frames[^2].Name == "M" ? PathOf(frames, frames.Count - 3) : "";
    }

    private static List<Frame> FramesOf(ReadOnlySpan<byte> json)
    {
        var frames = new List<Frame>();
        var expectsValue = true;
        for (var at = 0; at < json.Length && frames.Count < MaxFrames; at++)
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

        return frames;
    }

    // A value's object and the container in it alternate: item {name: value {tag: container {name: …
    private static string PathOf(List<Frame> frames, int at)
    {
        var path = "";
        for (; at >= 0; at -= 2)
        {
            var frame = frames[at];
            if (!frame.IsArray && frame.Name is null)
                break;

            var part = frame.IsArray ? $"[{frame.Index}]" : frame.Name!;
            path = path.Length == 0 || path[0] == '[' ? part + path : $"{part}.{path}";
            if (at == 0 || frames[at - 1].IsArray || frames[at - 1].Name is not ("M" or "L"))
                return frame.IsArray ? "" : path;
        }

        return path;
    }

    // The object around a scalar or a set. Its tag may not have been read yet.
    private static bool IsScalarFrame(Frame frame)
        => !frame.IsArray && (frame.Name is null or "S" or "N" or "B" or "BOOL" or "NULL" || IsSetTag(frame.Name));

    // The writer puts a question mark there until it knows the type.
    private static bool IsSetTag(string? name) => name is "SS" or "NS" or "BS" or "?S";

    private static bool IsArrayTag(List<Frame> frames)
        => frames.Count > 0 && (frames[^1].IsArray || frames[^1].Name == "L" || IsSetTag(frames[^1].Name));

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

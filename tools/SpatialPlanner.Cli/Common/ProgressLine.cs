using System.Diagnostics;
using System.Globalization;
using SpatialPlanner.Data;

namespace SpatialPlanner.Cli.Common;

/// <summary>Progress: a bar that redraws itself on a terminal, a plain line every few seconds elsewhere.</summary>
public sealed class ProgressLine(TextWriter error, bool isTerminal) : IProgress<Progress>
{
    private const int BarWidth = 24;
    private readonly TimeSpan _pause = isTerminal ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(3);
    private readonly Lock _lock = new();
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private TimeSpan _next = isTerminal ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(3);
    private bool _drawn;

    public void Report(Progress value)
    {
        lock (_lock)
        {
            if (_since.Elapsed < _next)
            {
                return;
            }

            _next = _since.Elapsed + _pause;
            if (isTerminal)
            {
                error.Write($"\r{Bar(value)} {Line(value)}\u001b[K");
                _drawn = true;
            }
            else
            {
                error.WriteLine(Line(value));
            }
        }
    }

    /// <summary>Wipes the bar, so that a message can take its line.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (_drawn)
            {
                error.Write("\r\u001b[K");
                _drawn = false;
            }
        }
    }

    private static string Line(Progress value) => value.Total is > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{value.Task}: {value.Done:N0} / {value.Total:N0}")
        : string.Create(CultureInfo.InvariantCulture, $"{value.Task}: {value.Done:N0}");

    private static string Bar(Progress value)
    {
        if (value.Total is not > 0)
        {
            return string.Empty;
        }

        var full = (int)Math.Clamp(BarWidth * value.Done / value.Total.Value, 0, BarWidth);
        return $"[{new string('#', full)}{new string('.', BarWidth - full)}]";
    }
}

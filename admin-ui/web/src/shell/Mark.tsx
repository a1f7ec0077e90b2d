export function Mark() {
  return (
    <div className="mark">
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
        <rect width="32" height="32" rx="7" />
        <path d="M9 8.5h14v3.6h-8.4l4.4 3.9-4.4 3.9H23v3.6H9v-3.1l5.4-4.4L9 11.6z" />
      </svg>
      <span>
        SIGMA <small>admin</small>
      </span>
    </div>
  );
}
